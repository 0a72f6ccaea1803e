package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import vn.quyche.group.api.members.LineKind;
import vn.quyche.group.api.members.Recognised;

/** A line of a declared list. */
@Entity(name = "DeclaredLine")
@Table(name = "declared_line", schema = "q_group")
class DeclaredLineEntity {
    @EmbeddedId
    Key key;

    @Column(name = "list_row")
    int row;

    String name;
    String phone;

    @Enumerated(EnumType.STRING)
    LineKind kind;

    @Enumerated(EnumType.STRING)
    Recognised recognised;

    @Column(name = "person_id")
    String personId;

    /** Ids, parted by spaces. */
    String candidates;

    @Column(name = "done_at")
    Long doneAt;

    @Column(name = "done_by")
    String doneBy;

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "declaration_id")
        String declarationId;

        int place;

        Key() {}

        Key(String declarationId, int place) {
            this.declarationId = declarationId;
            this.place = place;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.declarationId.equals(declarationId) && k.place == place;
        }

        @Override
        public int hashCode() {
            return declarationId.hashCode() * 31 + place;
        }
    }
}
