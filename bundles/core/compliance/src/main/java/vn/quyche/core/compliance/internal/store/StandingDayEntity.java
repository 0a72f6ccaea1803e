package vn.quyche.core.compliance.internal.store;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import vn.quyche.core.api.compliance.spi.EvidenceCount;

/** What a source counted about a clause for a day. */
@Entity
@Table(schema = "q_compliance", name = "standing_day")
@IdClass(StandingDayEntity.Key.class)
class StandingDayEntity {

    @Id
    @Column(name = "day_on")
    LocalDate day;

    @Id
    String clause;

    @Id
    String source;

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

    static StandingDayEntity of(String source, LocalDate day, String clause) {
        StandingDayEntity entity = new StandingDayEntity();
        entity.day = day;
        entity.clause = clause;
        entity.source = source;
        entity.lastAt = Long.MIN_VALUE;
        return entity;
    }

    void add(EvidenceCount count) {
        done += count.done();
        late += count.late();
        missed += count.missed();
        kept += count.kept();
        refused += count.refused();
        violations += count.violations();
        lastAt = Math.max(lastAt, count.lastAt().toEpochMilli());
    }

    /** Day, clause and source. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        LocalDate day;
        String clause;
        String source;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && day.equals(that.day)
                    && clause.equals(that.clause)
                    && source.equals(that.source);
        }

        @Override
        public int hashCode() {
            return Objects.hash(day, clause, source);
        }
    }
}
