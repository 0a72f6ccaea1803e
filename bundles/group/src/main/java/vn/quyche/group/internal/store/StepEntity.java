package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import vn.quyche.group.internal.model.PeriodFacts;

/** A directive was pinned, unpinned, replaced or withdrawn. */
@Entity(name = "DirectiveStep")
@Table(name = "directive_step", schema = "q_group")
class StepEntity {
    @EmbeddedId
    Key key;

    @Column(name = "group_id")
    String groupId;

    @Enumerated(EnumType.STRING)
    PeriodFacts.StepKind kind;

    @Column(name = "taken_at")
    long takenAt;

    String reason;

    StepEntity() {}

    StepEntity(String directiveId, int place, String groupId, PeriodFacts.StepKind kind, long takenAt, String reason) {
        key = new Key();
        key.directiveId = directiveId;
        key.place = place;
        this.groupId = groupId;
        this.kind = kind;
        this.takenAt = takenAt;
        this.reason = reason;
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
