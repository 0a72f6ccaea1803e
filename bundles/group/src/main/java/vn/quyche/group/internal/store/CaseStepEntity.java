package vn.quyche.group.internal.store;

import java.io.Serializable;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import vn.quyche.group.api.conduct.CaseStep;

/** A step of a case, at its place. */
@Entity(name = "ConductStep")
@Table(name = "conduct_step", schema = "q_group")
class CaseStepEntity {
    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    CaseStep.Kind kind;

    @Column(name = "taken_at")
    long at;

    @Column(name = "by_id")
    String byId;

    @Column(name = "by_name")
    String byName;

    String body;

    CaseStepEntity() {}

    CaseStepEntity(String caseId, int place, CaseStep step) {
        key = new Key();
        key.caseId = caseId;
        key.place = place;
        kind = step.kind();
        at = step.at().toEpochMilli();
        byId = step.byId();
        byName = step.byName();
        body = step.text();
    }

    CaseStep toRecord() {
        return new CaseStep(kind, Instant.ofEpochMilli(at), byId, byName, body);
    }

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "case_id")
        String caseId;

        int place;

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.caseId.equals(caseId) && k.place == place;
        }

        @Override
        public int hashCode() {
            return caseId.hashCode() * 31 + place;
        }
    }
}
