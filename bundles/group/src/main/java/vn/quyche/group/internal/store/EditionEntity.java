package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** The rule and the roles of a group as they were from a moment on. */
@Entity(name = "GroupEdition")
@Table(name = "group_edition", schema = "q_group")
class EditionEntity {
    @EmbeddedId
    Key key;

    @Column(name = "all_staff")
    boolean allStaff;

    EditionEntity() {}

    EditionEntity(Key key, boolean allStaff) {
        this.key = key;
        this.allStaff = allStaff;
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "group_id")
        String groupId;

        long since;

        Key() {}

        Key(String groupId, long since) {
            this.groupId = groupId;
            this.since = since;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.groupId.equals(groupId) && k.since == since;
        }

        @Override
        public int hashCode() {
            return groupId.hashCode() * 31 + Long.hashCode(since);
        }
    }
}
