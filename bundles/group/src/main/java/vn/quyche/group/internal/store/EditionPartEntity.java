package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** One post, unit or campus of a rule as it was from a moment on; the kinds are those of {@link RulePartEntity}. */
@Entity(name = "EditionPart")
@Table(name = "group_edition_part", schema = "q_group")
class EditionPartEntity {
    @EmbeddedId
    Key key;

    EditionPartEntity() {}

    EditionPartEntity(EditionEntity.Key edition, String kind, String part) {
        key = new Key();
        key.groupId = edition.groupId;
        key.since = edition.since;
        key.kind = kind;
        key.part = part;
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "group_id")
        String groupId;

        long since;
        String kind;
        String part;

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k
                    && k.groupId.equals(groupId)
                    && k.since == since
                    && k.kind.equals(kind)
                    && k.part.equals(part);
        }

        @Override
        public int hashCode() {
            return groupId.hashCode() * 31 + part.hashCode();
        }
    }
}
