package vn.quyche.core.document.internal.store;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;
import vn.quyche.core.api.document.DocumentTemplates.Version;

@Entity(name = "TemplateVersion")
@Table(name = "template_version", schema = "q_document")
class TemplateVersionEntity {
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

    TemplateVersionEntity() {}

    TemplateVersionEntity(String templateId, Version version) {
        key = new Key();
        key.templateId = templateId;
        key.number = version.number();
        fileId = version.fileId();
        sha256 = version.sha256();
        by = version.by();
        at = version.at().toEpochMilli();
        note = version.note();
    }

    Version toRecord() {
        return new Version(key.number, fileId, sha256, by, Instant.ofEpochMilli(at), note);
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "template_id")
        String templateId;

        @Column(name = "version_number")
        int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.templateId.equals(templateId) && key.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(templateId, number);
        }
    }
}
