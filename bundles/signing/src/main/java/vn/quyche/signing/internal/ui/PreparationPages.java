package vn.quyche.signing.internal.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.signing.api.OutsideSigning;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.RemoteConfirmations;

/** Signatures that wait for their value, and what became of them. */
final class PreparationPages {

    private static final String LIST = "/signing/preparations";

    private final OutsideSigning outside;
    private final RemoteConfirmations confirmations;
    private final SignedThings things;
    private final Messages messages;

    PreparationPages(
            OutsideSigning outside, RemoteConfirmations confirmations, SignedThings things, Messages messages) {
        this.things = things;
        this.confirmations = confirmations;
        this.outside = outside;
        this.messages = messages;
    }

    View list(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        Page<PreparedSignature> page = outside.list(request.caller(), state(request), request.pageRequest());
        model.put("page", page);
        model.put(
                "called",
                things.of(
                        request.caller(),
                        page.items().stream().map(PreparedSignature::documentId).toList()));
        model.put("inApp", confirmations.waiting(request.caller()));
        model.put("person", request.caller().personId().orElse(""));
        model.put(
                "states",
                Form.filters(
                        messages, request.caller().locale(), PreparedSignature.State.class, "signing.preparation."));
        return View.page("preparations", model);
    }

    private static Optional<PreparedSignature.State> state(UiRequest request) {
        return request.query("state").flatMap(name -> Form.constant(PreparedSignature.State.class, name));
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "cho-gia-tri-chu-ky",
                List.of(
                        "signing.prepared-at",
                        "signing.by",
                        "token.serial",
                        "signing.code",
                        "token.sha256",
                        "core.state",
                        "core.reason",
                        "signing.expires-at"),
                Page.every(request.pageRequest(), page -> outside.list(request.caller(), state(request), page))
                        .map(one -> List.of(
                                VietnamTime.moment(one.signedAt()),
                                one.personName(),
                                one.serial(),
                                one.title(),
                                one.sourceSha256(),
                                messages.text(locale, "signing.preparation." + one.state()),
                                one.code().isEmpty() ? "" : messages.text(locale, one.code(), one.title()),
                                VietnamTime.moment(one.expiresAt()))));
    }

    View cancel(UiRequest request) {
        outside.cancel(request.caller(), request.path("id"));
        return View.redirect(LIST, "signing.preparation-given-up");
    }
}
