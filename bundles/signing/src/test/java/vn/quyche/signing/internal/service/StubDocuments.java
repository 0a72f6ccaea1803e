package vn.quyche.signing.internal.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentSigning;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.security.Caller;

/** Numbered documents in memory; the register itself is tried in the assembly. */
final class StubDocuments implements DocumentSigning {

    private final Attachments attachments;
    private final List<Signable> signables = new ArrayList<>();

    StubDocuments(Attachments attachments) {
        this.attachments = attachments;
    }

    Signable add(String id, DocumentKind kind, String signerId, LocalDate day, Attachment file) {
        Signable signable = new Signable(
                id,
                kind,
                id + "/" + kind.code() + "-TN",
                day,
                "Về việc " + id,
                signerId,
                file.id(),
                file.sha256(),
                false);
        signables.add(signable);
        return signable;
    }

    void issue(String id) {
        signables.removeIf(one -> one.documentId().equals(id));
    }

    Signable state(String id) {
        return signables.stream()
                .filter(one -> one.documentId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Optional<Signable> find(String sha256) {
        return signables.stream().filter(one -> one.sha256().equals(sha256)).findFirst();
    }

    @Override
    public Signable signed(Caller caller, String sha256, String signedFileId, Instant signedAt) {
        Signable before = find(sha256).orElseThrow(() -> new Conflict("document.not-signable"));
        attachments.attach(caller, List.of(signedFileId), "document.outgoing", before.documentId());
        Signable after = new Signable(
                before.documentId(),
                before.kind(),
                before.code(),
                before.day(),
                before.subject(),
                before.signerId(),
                signedFileId,
                attachments.get(signedFileId).sha256(),
                true);
        signables.set(signables.indexOf(before), after);
        return after;
    }
}
