package vn.quyche.signing.internal.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.signing.api.CopyKind;
import vn.quyche.signing.api.SigningPort;

/** A copy whose signature waits for its value. */
@Entity(name = "PreparedCopy")
@Table(name = "prepared_copy", schema = "q_signing")
class PreparedCopyEntity {
    @Id
    @Column(name = "preparation_id")
    String preparationId;

    @Column(name = "copy_id")
    String copyId;

    @Enumerated(EnumType.STRING)
    CopyKind kind;

    String title;

    String source;

    String basis;

    @Column(name = "document_id")
    String documentId;

    @Column(name = "document_sha256")
    String documentSha256;

    @Column(name = "source_sha256")
    String sourceSha256;

    static PreparedCopyEntity of(String preparationId, CopyEntry entry) {
        PreparedCopyEntity entity = new PreparedCopyEntity();
        entity.preparationId = preparationId;
        entity.copyId = entry.id();
        entity.kind = entry.kind();
        entity.title = entry.title();
        entity.source = entry.source();
        entity.basis = entry.basis();
        entity.documentId =
                entry.document().map(SigningPort.Document::documentId).orElse("");
        entity.documentSha256 =
                entry.document().map(SigningPort.Document::sha256).orElse("");
        entity.sourceSha256 = entry.sourceSha256();
        return entity;
    }

    CopyEntry toRecord() {
        Optional<SigningPort.Document> document = documentId.isEmpty()
                ? Optional.empty()
                : Optional.of(new SigningPort.Document(documentId, documentSha256));
        return new CopyEntry(copyId, kind, title, source, basis, document, sourceSha256);
    }
}
