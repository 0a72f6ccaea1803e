package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;

/** One post, unit or campus of a membership rule. */
@Entity(name = "RulePart")
@Table(name = "rule_part", schema = "q_group")
class RulePartEntity {
    static final String POST = "POST";
    static final String UNIT = "UNIT";
    static final String CAMPUS = "CAMPUS";

    @EmbeddedId
    Key key;

    RulePartEntity() {}

    RulePartEntity(String groupId, String kind, String part) {
        key = new Key();
        key.groupId = groupId;
        key.kind = kind;
        key.part = part;
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "group_id")
        String groupId;

        String kind;
        String part;

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.groupId.equals(groupId) && k.kind.equals(kind) && k.part.equals(part);
        }

        @Override
        public int hashCode() {
            return groupId.hashCode() * 31 + part.hashCode();
        }
    }
}
