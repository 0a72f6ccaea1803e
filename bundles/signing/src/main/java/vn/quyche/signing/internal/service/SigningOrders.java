package vn.quyche.signing.internal.service;

import vn.quyche.core.api.error.Checks;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.internal.model.DocumentKinds;

/** What an order to sign has to say, wherever the key is. */
final class SigningOrders {

    private SigningOrders() {}

    static void check(Checks checks, SigningPort.What what, String tokenId, SignatureKind kind) {
        checks.text("tokenId", tokenId, 1, 26);
        checks.that(kind != null, "kind", "core.required");
        if (what instanceof SigningPort.Document document) {
            checks.text("documentId", document.documentId(), 1, 26);
            checks.text("sha256", document.sha256(), 64, 64);
        } else if (what instanceof SigningPort.Registered registered) {
            checks.that(
                    DocumentKinds.all().containsKey(String.valueOf(registered.documentKind())),
                    "documentKind",
                    "token.unknown-kind");
            checks.text("registeredId", registered.registeredId(), 1, 100);
            checks.text("fileName", registered.fileName(), 1, 250);
            checks.that(registered.format() != null, "format", "core.required");
            checks.that(registered.content() != null && registered.content().length > 0, "file", "core.required");
        } else {
            checks.add("documentId", "core.required");
        }
    }

    static void check(Checks checks, SignatureLevel level, SigningEngine engine) {
        checks.that(level != null, "level", "core.required");
        checks.that(level != SignatureLevel.T || engine.stamper().available(), "level", "signing.stamp-none");
    }
}
