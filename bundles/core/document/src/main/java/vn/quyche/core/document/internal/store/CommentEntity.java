package vn.quyche.core.document.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.document.DocumentComment;

@Entity(name = "OutgoingComment")
@Table(name = "outgoing_comment", schema = "q_document")
class CommentEntity {
    @Id
    String id;

    @Column(name = "document_id")
    String documentId;

    @Column(name = "by_name")
    String by;

    @Column(name = "made_at")
    long at;

    @Column(name = "version_number")
    int version;

    String text;

    CommentEntity() {}

    CommentEntity(String documentId, DocumentComment comment) {
        this.id = comment.id();
        this.documentId = documentId;
        this.by = comment.by();
        this.at = comment.at().toEpochMilli();
        this.version = comment.version();
        this.text = comment.text();
    }

    DocumentComment toRecord() {
        return new DocumentComment(id, by, Instant.ofEpochMilli(at), version, text);
    }
}
