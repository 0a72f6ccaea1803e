package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Somebody who was confirmed to be in a group. */
@Entity(name = "GroupMember")
@Table(name = "group_member", schema = "q_group")
class MemberEntity {
    @EmbeddedId
    Key key;

    long since;

    MemberEntity() {}

    MemberEntity(String groupId, String personId, long since) {
        key = new Key(groupId, personId);
        this.since = since;
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "group_id")
        String groupId;

        @Column(name = "person_id")
        String personId;

        Key() {}

        Key(String groupId, String personId) {
            this.groupId = groupId;
            this.personId = personId;
        }

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
