package vn.quyche.signing.internal.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.document.OutgoingStep;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.ProofLevel;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.internal.service.ProvenFiles;

/** What was signed: each signature, whether it holds, and what comes next for its document. */
final class SignaturePages {

    static final String LIST = "/signing/signatures";

    private final SigningPort port;
    private final SignPages sign;
    private final OutgoingDocuments documents;
    private final Attachments attachments;
    private final ProvenFiles proven;
    private final SignedThings things;
    private final VerificationPages verification;
    private final Messages messages;

    SignaturePages(
            SigningPort port,
            SignPages sign,
            OutgoingDocuments documents,
            Attachments attachments,
            ProvenFiles proven,
            SignedThings things,
            VerificationPages verification,
            Messages messages) {
        this.port = port;
        this.sign = sign;
        this.documents = documents;
        this.attachments = attachments;
        this.proven = proven;
        this.things = things;
        this.verification = verification;
        this.messages = messages;
    }

    /** A signature and what was signed. */
    record Line(MadeSignature signature, SignedThings.Called thing) {}

    View list(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", lines(request, port.list(request.caller(), query(request), request.pageRequest())));
        model.put("levels", Form.filters(messages, request.caller().locale(), ProofLevel.class, "signing.proofs."));
        model.put(
                "stamps",
                Form.filters(messages, request.caller().locale(), MadeSignature.Stamp.class, "signing.stamp."));
        return View.page("signatures", model);
    }

    private Page<Line> lines(UiRequest request, Page<MadeSignature> page) {
        Map<String, SignedThings.Called> called = things.of(
                request.caller(),
                page.items().stream().map(MadeSignature::documentId).toList());
        return page.map(one -> new Line(one, called.get(one.documentId())));
    }

    private static SigningPort.Query query(UiRequest request) {
        return new SigningPort.Query(
                Optional.empty(),
                request.query("stamp").flatMap(name -> Form.constant(MadeSignature.Stamp.class, name)),
                request.query("level").flatMap(name -> Form.constant(ProofLevel.class, name)));
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "chu-ky-so",
                List.of(
                        "signing.signed-at",
                        "signing.signer",
                        "token.serial",
                        "token.document-kind",
                        "signing.code",
                        "token.document",
                        "signing.file",
                        "token.sha256",
                        "signing.stamp",
                        "signing.proofs"),
                Page.every(
                                request.pageRequest(),
                                page -> lines(request, port.list(request.caller(), query(request), page)))
                        .map(line -> List.of(
                                VietnamTime.moment(line.signature().signedAt()),
                                line.signature().signer(),
                                line.signature().serial(),
                                line.signature().documentKind(),
                                line.thing().code(),
                                line.signature().documentId(),
                                line.signature().fileName(),
                                line.signature().sha256(),
                                messages.text(
                                        locale,
                                        "signing.stamp." + line.signature().stamp()),
                                line.signature().proofs().name())));
    }

    View detail(UiRequest request) {
        MadeSignature one = port.get(request.caller(), request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("s", one);
        model.put(
                "thing", things.of(request.caller(), List.of(one.documentId())).get(one.documentId()));
        model.put("next", next(request, one.documentId()));
        model.put("proven", proven.has(request.caller(), one));
        model.put("mayExtend", proven.mayExtend(request.caller(), one));
        return View.page("signature", model);
    }

    /** What comes next: {@code seal} for who has the seal, {@code wait} for it, {@code issue}; else nothing. */
    private String next(UiRequest request, String documentId) {
        return documents.those(request.caller(), List.of(documentId)).stream()
                .filter(document -> document.state() == OutgoingState.SIGNED)
                .findFirst()
                .map(document -> switch (sign.sealing(request, document)) {
                    case WAITING -> sign.ofSchool(request).isEmpty() ? "wait" : "seal";
                    case SEALED ->
                        documents.steps(request.caller(), documentId).contains(OutgoingStep.ISSUE) ? "issue" : "";
                    case BY_HAND -> "";
                })
                .orElse("");
    }

    /** The file with proofs that last. */
    View proven(UiRequest request) {
        MadeSignature one = port.get(request.caller(), request.path("id"));
        byte[] file = proven.of(request.caller(), one.id());
        return new View.Download(one.fileName(), "application/octet-stream", false, out -> out.write(file));
    }

    /** Puts proofs that last into the file now. */
    View extend(UiRequest request) {
        MadeSignature made = proven.extend(request.caller(), request.path("id"));
        return View.redirect(
                LIST + "/" + made.id(), "signing.extended", made.proofs().name());
    }

    /** Verifies the signed file like any other. */
    View check(UiRequest request) {
        MadeSignature one = port.get(request.caller(), request.path("id"));
        return verification.of(
                request,
                one.fileName(),
                () -> attachments.open(attachments.get(one.lastFileId())),
                LIST + "/" + one.id());
    }

    /** What an earlier signature of the file covers. */
    View revision(UiRequest request) {
        MadeSignature one = port.get(request.caller(), request.path("id"));
        return verification.revision(
                request,
                one.fileName(),
                () -> attachments.open(attachments.get(one.lastFileId())),
                request.query("number").orElse(""));
    }
}
