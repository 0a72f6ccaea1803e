package vn.quyche.core.compliance.internal.store;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import vn.quyche.core.compliance.internal.model.RuleChange;

/** What the school decided about a recurring rule. */
@Entity
@Table(schema = "q_compliance", name = "duty_rule_change")
@IdClass(RuleChangeEntity.Key.class)
class RuleChangeEntity {

    @Id
    @Column(name = "rule_id")
    String ruleId;

    @Id
    @Column(name = "valid_from")
    LocalDate validFrom;

    String kind;

    @Column(name = "last_day")
    LocalDate lastDay;

    String reason;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_at")
    long decidedAt;

    static RuleChangeEntity of(RuleChange change) {
        RuleChangeEntity row = new RuleChangeEntity();
        row.ruleId = change.ruleId();
        row.validFrom = change.validFrom();
        row.kind = change.kind().name();
        row.lastDay = change.lastDay().orElse(null);
        row.reason = change.reason();
        row.decidedBy = change.decidedBy();
        row.decidedAt = change.decidedAt().toEpochMilli();
        return row;
    }

    RuleChange toChange() {
        return new RuleChange(
                ruleId,
                validFrom,
                RuleChange.Kind.valueOf(kind),
                Optional.ofNullable(lastDay),
                reason,
                decidedBy,
                Instant.ofEpochMilli(decidedAt));
    }

    /** Rule and day. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String ruleId;
        LocalDate validFrom;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && ruleId.equals(that.ruleId) && validFrom.equals(that.validFrom);
        }

        @Override
        public int hashCode() {
            return Objects.hash(ruleId, validFrom);
        }
    }
}
