package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Somebody who answered for a group when it was last looked at. */
@Entity(name = "GroupLeader")
@Table(name = "group_leader", schema = "q_group")
class LeaderEntity {
    @EmbeddedId
    Key key;

    LeaderEntity() {}

    LeaderEntity(String groupId, String personId) {
        key = new Key();
        key.groupId = groupId;
        key.personId = personId;
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "group_id")
        String groupId;

        @Column(name = "person_id")
        String personId;

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.groupId.equals(groupId) && k.personId.equals(personId);
        }

        @Override
        public int hashCode() {
            return groupId.hashCode() * 31 + personId.hashCode();
        }
    }
}
