package vn.quyche.core.document.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.document.Attachment;

@Entity(name = "Attachment")
@Table(name = "attachment", schema = "q_document")
class AttachmentEntity {
    @Id
    String id;

    @Column(name = "owner_type")
    String ownerType;

    @Column(name = "owner_id")
    String ownerId;

    @Column(name = "file_name")
    String fileName;

    @Column(name = "media_type")
    String mediaType;

    @Column(name = "byte_count")
    long size;

    String sha256;

    @Column(name = "uploaded_by")
    String uploadedBy;

    @Column(name = "uploaded_at")
    long uploadedAt;

    boolean scanned;

    AttachmentEntity() {}

    AttachmentEntity(Attachment attachment) {
        id = attachment.id();
        ownerType = attachment.ownerType();
        ownerId = attachment.ownerId();
        fileName = attachment.fileName();
        mediaType = attachment.mediaType();
        size = attachment.size();
        sha256 = attachment.sha256();
        uploadedBy = attachment.uploadedBy();
        uploadedAt = attachment.at().toEpochMilli();
        scanned = attachment.scanned();
    }

    Attachment toRecord() {
        return new Attachment(
                id,
                ownerType,
                ownerId,
                fileName,
                mediaType,
                size,
                sha256,
                uploadedBy,
                Instant.ofEpochMilli(uploadedAt),
                scanned);
    }
}
