package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.compliance.internal.model.Tally;

/** Keeps what was counted about clauses, by day and by month: a period is read as its whole months and the days left over. */
@Component(service = JpaStandingStore.class)
public final class JpaStandingStore {

    private static final String SUMS = ", sum(s.done), sum(s.late), sum(s.missed), sum(s.kept), sum(s.refused),"
            + " sum(s.violations), max(s.lastAt)";

    private final JpaTemplate jpa;

    /**
     * How far a source is counted.
     *
     * @param nextDay the next day of the past that was never counted; later than today when there is none
     * @param countedAt from when on changes must be looked for
     */
    public record Progress(LocalDate nextDay, Instant countedAt) {}

    @Activate
    public JpaStandingStore(@Reference(target = "(osgi.unit.name=compliance)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Puts what a source counted for days in place of what it counted for them before. */
    public void replace(String source, DaySpan days, Collection<EvidenceCount> counts) {
        jpa.tx(em -> {
            em.createQuery("delete from StandingDayEntity s where s.source = :source"
                            + " and s.day >= :from and s.day <= :to")
                    .setParameter("source", source)
                    .setParameter("from", days.from())
                    .setParameter("to", days.to())
                    .executeUpdate();
            Map<LocalDate, Map<String, StandingDayEntity>> rows = new TreeMap<>();
            counts.stream()
                    .filter(count -> days.has(count.day()))
                    .forEach(count -> rows.computeIfAbsent(count.day(), day -> new TreeMap<>())
                            .computeIfAbsent(
                                    count.clause(), clause -> StandingDayEntity.of(source, count.day(), clause))
                            .add(count));
            rows.values().forEach(day -> day.values().forEach(em::persist));
            em.flush();
            days.months().forEach(month -> addUp(em, month));
            em.flush();
            em.clear();
        });
    }

    /** What happened about each clause in the days; clauses about which nothing happened are missing. */
    public Map<String, Tally> sums(DaySpan days) {
        return jpa.txExpr(em -> {
            Map<String, Tally> sums = new HashMap<>();
            Optional<DaySpan> months = days.wholeMonths();
            if (months.isEmpty()) {
                add(sums, days(em, days));
                return sums;
            }
            DaySpan whole = months.get();
            if (days.from().isBefore(whole.from())) {
                add(sums, days(em, new DaySpan(days.from(), whole.from().minusDays(1))));
            }
            add(sums, months(em, whole));
            if (days.to().isAfter(whole.to())) {
                add(sums, days(em, new DaySpan(whole.to().plusDays(1), days.to())));
            }
            return sums;
        });
    }

    /** What happened about a clause in each of the months; months in which nothing happened are missing. */
    public Map<YearMonth, Tally> byMonth(String clause, YearMonth from, YearMonth to) {
        return jpa.txExpr(em -> {
            Map<YearMonth, Tally> months = new TreeMap<>();
            em.createQuery(
                            "select s.month" + SUMS + " from StandingMonthEntity s where s.clause = :clause"
                                    + " and s.month >= :from and s.month <= :to group by s.month",
                            Object[].class)
                    .setParameter("clause", clause)
                    .setParameter("from", from.atDay(1))
                    .setParameter("to", to.atDay(1))
                    .getResultList()
                    .forEach(row -> months.put(YearMonth.from((LocalDate) row[0]), tally(row)));
            return months;
        });
    }

    /** How far the sources are counted, by name. */
    public Map<String, Progress> progress() {
        return jpa.txExpr(em -> {
            Map<String, Progress> progress = new TreeMap<>();
            em.createQuery("select s from StandingSourceEntity s", StandingSourceEntity.class)
                    .getResultList()
                    .forEach(row ->
                            progress.put(row.source, new Progress(row.nextDay, Instant.ofEpochMilli(row.countedAt))));
            return progress;
        });
    }

    /** Remembers how far a source is counted. */
    public void reached(String source, Progress progress) {
        jpa.tx(em -> {
            StandingSourceEntity row = em.find(StandingSourceEntity.class, source);
            if (row == null) {
                row = new StandingSourceEntity();
                row.source = source;
            }
            row.nextDay = progress.nextDay();
            row.countedAt = progress.countedAt().toEpochMilli();
            em.persist(row);
        });
    }

    /** Lets all sources be counted again from a day on. */
    public void countAgain(LocalDate from) {
        jpa.tx(em -> em.createQuery("update StandingSourceEntity s set s.nextDay = :from where s.nextDay > :from")
                .setParameter("from", from)
                .executeUpdate());
    }

    List<Object[]> days(EntityManager em, DaySpan days) {
        return between(
                em,
                "select s.clause" + SUMS + " from StandingDayEntity s where s.day >= :from and s.day <= :to"
                        + " group by s.clause",
                days);
    }

    List<Object[]> months(EntityManager em, DaySpan months) {
        return between(
                em,
                "select s.clause" + SUMS + " from StandingMonthEntity s where s.month >= :from"
                        + " and s.month <= :to group by s.clause",
                months);
    }

    private static List<Object[]> between(EntityManager em, String jpql, DaySpan days) {
        TypedQuery<Object[]> rows = em.createQuery(jpql, Object[].class);
        return rows.setParameter("from", days.from())
                .setParameter("to", days.to())
                .getResultList();
    }

    private void addUp(EntityManager em, YearMonth month) {
        em.createQuery("delete from StandingMonthEntity s where s.month = :month")
                .setParameter("month", month.atDay(1))
                .executeUpdate();
        days(em, DaySpan.of(month))
                .forEach(row -> em.persist(StandingMonthEntity.of(month.atDay(1), (String) row[0], tally(row))));
    }

    private static void add(Map<String, Tally> sums, List<Object[]> rows) {
        rows.forEach(row -> sums.merge((String) row[0], tally(row), Tally::plus));
    }

    private static Tally tally(Object[] row) {
        return new Tally(
                number(row[1]),
                number(row[2]),
                number(row[3]),
                number(row[4]),
                number(row[5]),
                number(row[6]),
                Optional.of(Instant.ofEpochMilli(number(row[7]))));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
