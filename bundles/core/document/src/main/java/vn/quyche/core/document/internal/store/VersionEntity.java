package vn.quyche.core.document.internal.store;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;
import vn.quyche.core.api.document.DocumentVersion;
import vn.quyche.core.api.document.DocumentVersion.Made;

@Entity(name = "OutgoingVersion")
@Table(name = "outgoing_version", schema = "q_document")
class VersionEntity {
    @EmbeddedId
    Key key;

    @Column(name = "file_id")
    String fileId;

    String sha256;

    @Column(name = "by_name")
    String by;

    @Column(name = "brought_at")
    long at;

    String note;

    @Column(name = "template_id")
    String templateId = "";

    @Column(name = "template_version")
    int templateVersion;

    @Column(name = "template_sha256")
    String templateSha256 = "";

    @Column(name = "word_file_id")
    String wordFileId = "";

    VersionEntity() {}

    VersionEntity(String documentId, DocumentVersion version) {
        key = new Key();
        key.documentId = documentId;
        key.number = version.number();
        fileId = version.fileId();
        sha256 = version.sha256();
        by = version.by();
        at = version.at().toEpochMilli();
        note = version.note();
        version.made().ifPresent(made -> {
            templateId = made.templateId();
            templateVersion = made.templateVersion();
            templateSha256 = made.templateSha256();
            wordFileId = made.wordFileId();
        });
    }

    DocumentVersion toRecord() {
        Optional<Made> made = templateId.isEmpty()
                ? Optional.empty()
                : Optional.of(new Made(templateId, templateVersion, templateSha256, wordFileId));
        return new DocumentVersion(key.number, fileId, sha256, by, Instant.ofEpochMilli(at), note, made);
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "document_id")
        String documentId;

        @Column(name = "version_number")
        int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.documentId.equals(documentId) && key.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(documentId, number);
        }
    }
}
