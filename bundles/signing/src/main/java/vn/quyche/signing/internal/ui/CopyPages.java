package vn.quyche.signing.internal.ui;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.signing.api.CopyKind;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SignedCopies;
import vn.quyche.signing.api.SignedCopy;
import vn.quyche.signing.api.SigningPort;

/** Copies that the school certifies, and attachments that it signs. */
final class CopyPages {

    private static final String LIST = "/signing/copies";
    private static final int MOST = 21 << 20;

    private final SignedCopies copies;
    private final OutgoingDocuments documents;
    private final SignPages sign;
    private final Messages messages;
    private final AgentParts agent;

    CopyPages(SignedCopies copies, OutgoingDocuments documents, SignPages sign, Messages messages, AgentParts agent) {
        this.copies = copies;
        this.documents = documents;
        this.sign = sign;
        this.messages = messages;
        this.agent = agent;
    }

    View list(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", copies.list(request.caller(), query(request), request.pageRequest()));
        model.put("kinds", Form.filters(messages, request.caller().locale(), CopyKind.class, "signing.copy.kind."));
        model.put("hasToken", !sign.ofSchool(request).isEmpty());
        return View.page("copies", model);
    }

    private static SignedCopies.Query query(UiRequest request) {
        return new SignedCopies.Query(request.query("kind").flatMap(name -> Form.constant(CopyKind.class, name)));
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "ban-sao",
                List.of(
                        "signing.code",
                        "signing.copy.kind",
                        "signing.copy.source",
                        "signing.copy.basis",
                        "signing.signed-at",
                        "signing.by",
                        "signing.file",
                        "token.sha256"),
                Page.every(request.pageRequest(), page -> copies.list(request.caller(), query(request), page))
                        .map(one -> List.of(
                                one.code(),
                                messages.text(locale, "signing.copy.kind." + one.kind()),
                                one.kind().numbered() ? one.source() : "",
                                one.basis(),
                                VietnamTime.moment(one.madeAt()),
                                one.personName(),
                                one.fileName(),
                                one.sha256())));
    }

    /** A copy; with a document, an attachment of it. */
    View compose(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        Map<String, String> own = sign.ofSchool(request);
        model.put("tokens", own);
        model.put("token", own.keySet().stream().findFirst().orElse(""));
        model.put("stamps", sign.stamps());
        AgentParts.Part part = agent.of(request, own.keySet(), List.of());
        model.put("agent", part);
        model.put("remote", part.remote());
        model.put("levels", Form.choices(messages, request.caller().locale(), SignatureLevel.class, "signing.level."));
        Map<String, String> kinds = new LinkedHashMap<>();
        for (CopyKind kind : CopyKind.values()) {
            if (kind.numbered()) {
                kinds.put(kind.name(), messages.text(request.caller().locale(), "signing.copy.kind." + kind));
            }
        }
        model.put("kinds", kinds);
        document(request).ifPresent(document -> {
            model.put("d", document);
            model.put("sha256", StampPages.bytes(document).sha256());
        });
        return View.page("copy-form", model);
    }

    private Optional<OutgoingDocument> document(UiRequest request) {
        return request.query("document")
                .or(() -> Form.text(request, "documentId"))
                .map(id -> documents.get(request.caller(), id));
    }

    View make(UiRequest request) {
        boolean attachment = !request.form("documentId").isEmpty();
        List<UiRequest.Upload> files = request.files("file");
        SignedCopy made = copies.make(
                request.caller(),
                new SignedCopies.NewCopy(
                        attachment
                                ? CopyKind.ATTACHMENT
                                : Form.constant(CopyKind.class, request.form("kind"))
                                        .filter(CopyKind::numbered)
                                        .orElse(null),
                        request.form("source"),
                        request.form("basis"),
                        request.form("pages"),
                        attachment
                                ? Optional.of(
                                        new SigningPort.Document(request.form("documentId"), request.form("sha256")))
                                : Optional.empty(),
                        files.isEmpty() ? "ban-sao.pdf" : files.get(0).fileName(),
                        content(files),
                        request.form("tokenId"),
                        Form.constant(SignatureLevel.class, request.form("level"))
                                .orElse(SignatureLevel.B)),
                request.form("pin").toCharArray());
        return View.redirect(LIST + "/" + made.id(), "signing.copy.made");
    }

    private static byte[] content(List<UiRequest.Upload> files) {
        if (files.isEmpty()) {
            return new byte[0];
        }
        try (InputStream in = files.get(0).open()) {
            return in.readNBytes(MOST);
        } catch (IOException e) {
            throw new Invalid("file", "verify.not-received");
        }
    }

    View detail(UiRequest request) {
        return View.page("copy", Map.of("c", copies.get(request.caller(), request.path("id"))));
    }

    View file(UiRequest request) {
        SignedCopy copy = copies.get(request.caller(), request.path("id"));
        byte[] file = copies.file(request.caller(), copy.id());
        return new View.Download(copy.fileName(), "application/pdf", false, out -> out.write(file));
    }
}
