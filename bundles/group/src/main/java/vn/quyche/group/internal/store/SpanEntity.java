package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A time for which somebody was in a group. */
@Entity(name = "MemberSpan")
@Table(name = "member_span", schema = "q_group")
class SpanEntity {
    @EmbeddedId
    Key key;

    /** Empty while they are in it. */
    @Column(name = "until_at")
    Long until;

    SpanEntity() {}

    SpanEntity(Key key) {
        this.key = key;
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "group_id")
        String groupId;

        @Column(name = "person_id")
        String personId;

        long since;

        Key() {}

        Key(String groupId, String personId, long since) {
            this.groupId = groupId;
            this.personId = personId;
            this.since = since;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.groupId.equals(groupId) && k.personId.equals(personId) && k.since == since;
        }

        @Override
        public int hashCode() {
            return personId.hashCode() * 31 + Long.hashCode(since);
        }
    }
}
