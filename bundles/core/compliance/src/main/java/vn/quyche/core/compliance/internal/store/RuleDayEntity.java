package vn.quyche.core.compliance.internal.store;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** What was laid of a rule for a day ahead. */
@Entity
@Table(schema = "q_compliance", name = "duty_rule_day")
@IdClass(RuleDayEntity.Key.class)
class RuleDayEntity {

    @Id
    @Column(name = "rule_id")
    String ruleId;

    @Id
    @Column(name = "day_on")
    LocalDate day;

    String fingerprint;

    /** Rule and day. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String ruleId;
        LocalDate day;

        Key() {}

        Key(String ruleId, LocalDate day) {
            this.ruleId = ruleId;
            this.day = day;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && ruleId.equals(that.ruleId) && day.equals(that.day);
        }

        @Override
        public int hashCode() {
            return Objects.hash(ruleId, day);
        }
    }
}
