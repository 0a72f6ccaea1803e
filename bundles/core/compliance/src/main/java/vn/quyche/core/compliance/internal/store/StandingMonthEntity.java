package vn.quyche.core.compliance.internal.store;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import vn.quyche.core.compliance.internal.model.Tally;

/** What all sources together counted about a clause in a month. */
@Entity
@Table(schema = "q_compliance", name = "standing_month")
@IdClass(StandingMonthEntity.Key.class)
class StandingMonthEntity {

    /** The first day of the month. */
    @Id
    @Column(name = "month_on")
    LocalDate month;

    @Id
    String clause;

    @Column(name = "done_count")
    long done;

    @Column(name = "late_count")
    long late;

    @Column(name = "missed_count")
    long missed;

    @Column(name = "kept_count")
    long kept;

    @Column(name = "refused_count")
    long refused;

    @Column(name = "violation_count")
    long violations;

    @Column(name = "last_at")
    long lastAt;

    static StandingMonthEntity of(LocalDate month, String clause, Tally tally) {
        StandingMonthEntity entity = new StandingMonthEntity();
        entity.month = month;
        entity.clause = clause;
        entity.done = tally.done();
        entity.late = tally.late();
        entity.missed = tally.missed();
        entity.kept = tally.kept();
        entity.refused = tally.refused();
        entity.violations = tally.violations();
        entity.lastAt = tally.lastAt().orElseThrow().toEpochMilli();
        return entity;
    }

    /** Month and clause. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        LocalDate month;
        String clause;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && month.equals(that.month) && clause.equals(that.clause);
        }

        @Override
        public int hashCode() {
            return Objects.hash(month, clause);
        }
    }
}
