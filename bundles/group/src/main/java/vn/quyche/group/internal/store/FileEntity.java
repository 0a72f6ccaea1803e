package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A file of a directive, at its place. */
@Entity(name = "DirectiveFile")
@Table(name = "directive_file", schema = "q_group")
class FileEntity {
    @EmbeddedId
    Key key;

    @Column(name = "attachment_id")
    String attachmentId;

    FileEntity() {}

    FileEntity(String directiveId, int place, String attachmentId) {
        key = new Key();
        key.directiveId = directiveId;
        key.place = place;
        this.attachmentId = attachmentId;
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "directive_id")
        String directiveId;

        int place;

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.directiveId.equals(directiveId) && k.place == place;
        }

        @Override
        public int hashCode() {
            return directiveId.hashCode() * 31 + place;
        }
    }
}
