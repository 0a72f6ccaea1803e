package vn.quyche.district.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.compliance.MonthSpan;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.core.api.persistence.SortedList.Key;
import vn.quyche.district.api.DutyCount;
import vn.quyche.district.api.MonthFigures;
import vn.quyche.district.api.Overviews;
import vn.quyche.district.api.SchoolInspection;
import vn.quyche.district.api.SchoolOverview;
import vn.quyche.district.internal.model.SchoolSummary;

/** What the schools' inspections and duties come to. */
@Component(service = JpaOverviewStore.class)
public final class JpaOverviewStore {

    private static final Key NAME = new Key("s.sortKey", String.class);
    private static final SortedList LIST = SortedList.of(
                    "district.overview",
                    "School s left join SchoolMonth m on m.key.schoolId = s.id and m.key.month = :month",
                    "s.id",
                    "name")
            .by("name", NAME)
            .by("inspected", figure("inspected"), NAME)
            .by("differences", figure("differences"), NAME)
            .by("overdue", figure("overdue"), NAME)
            .by("found", figure("found"), NAME)
            .by("due", figure("due"), NAME)
            .by("missed", figure("missed"), NAME)
            .by("excused", figure("excused"), NAME)
            .by("taken", new Key("coalesce(s.summaryAt, 0)", Long.class), NAME);

    private static final String ATTENTION =
            "(m.differences > 0 or m.overdue > 0 or m.found > 0 or m.openFindings > 0 or m.missed > 0)";

    private static final int BATCH = 500;

    private final JpaTemplate jpa;

    @Activate
    public JpaOverviewStore(@Reference(target = "(osgi.unit.name=district)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** A figure of the month; whoever has no row of it has nothing. */
    private static Key figure(String column) {
        return new Key("coalesce(m." + column + ", 0)", Integer.class);
    }

    /**
     * Puts figures in the place of what there was of their months; rows that are as they were are not touched.
     *
     * @return whether anything differed
     */
    public boolean replace(String schoolId, SchoolSummary summary) {
        return jpa.txExpr(em -> {
            boolean duties = replaceDuties(em, schoolId, summary);
            em.flush();
            boolean reports = replaceReports(em, schoolId, summary);
            if (reports || duties) {
                replaceMonths(em, schoolId, summary);
            }
            return reports || duties;
        });
    }

    private static boolean replaceReports(EntityManager em, String schoolId, SchoolSummary summary) {
        Set<SchoolInspection> wanted = new HashSet<>(summary.inspections());
        // also what is told of a report now that stood in other months before
        List<String> old = new ArrayList<>();
        within(em, "SchoolInspection r where r.key.schoolId = :school and r.month", schoolId, summary.months())
                .getResultStream()
                .map(SchoolInspectionEntity.class::cast)
                .filter(row -> !wanted.remove(row.toRecord()))
                .forEach(row -> old.add(row.key.reportId));
        boolean changed = !old.isEmpty() || !wanted.isEmpty();
        wanted.forEach(report -> old.add(report.id()));
        em.clear();
        for (int from = 0; from < old.size(); from += BATCH) {
            em.createQuery("delete from SchoolInspection r where r.key.schoolId = :school and r.key.reportId in :ids")
                    .setParameter("school", schoolId)
                    .setParameter("ids", old.subList(from, Math.min(old.size(), from + BATCH)))
                    .executeUpdate();
        }
        wanted.forEach(report -> em.persist(new SchoolInspectionEntity(schoolId, report)));
        return changed;
    }

    private static boolean replaceDuties(EntityManager em, String schoolId, SchoolSummary summary) {
        Map<LocalDate, Set<DutyCount>> known = new HashMap<>();
        within(em, "SchoolDuty r where r.key.schoolId = :school and r.key.month", schoolId, summary.months())
                .getResultStream()
                .map(SchoolDutyEntity.class::cast)
                .forEach(row -> known.computeIfAbsent(row.key.month, month -> new HashSet<>())
                        .add(row.toRecord()));
        em.clear();
        boolean changed = false;
        for (YearMonth month : summary.months().months()) {
            LocalDate first = month.atDay(1);
            List<DutyCount> counts = summary.duties().getOrDefault(month, List.of());
            if (known.getOrDefault(first, Set.of()).equals(Set.copyOf(counts))) {
                continue;
            }
            changed = true;
            em.createQuery("delete from SchoolDuty r where r.key.schoolId = :school and r.key.month = :month")
                    .setParameter("school", schoolId)
                    .setParameter("month", first)
                    .executeUpdate();
            counts.forEach(count -> em.persist(new SchoolDutyEntity(schoolId, first, count)));
        }
        return changed;
    }

    private static void replaceMonths(EntityManager em, String schoolId, SchoolSummary summary) {
        em.createQuery("delete from SchoolMonth m where m.key.schoolId = :school and m.key.month >= :from"
                        + " and m.key.month <= :to")
                .setParameter("school", schoolId)
                .setParameter("from", summary.months().from().atDay(1))
                .setParameter("to", summary.months().to().atDay(1))
                .executeUpdate();
        summary.months()
                .months()
                .forEach(month -> summary.figures(month)
                        .ifPresent(figures -> em.persist(new MonthEntity(schoolId, month.atDay(1), figures))));
    }

    private static TypedQuery<Object> within(EntityManager em, String from, String schoolId, MonthSpan months) {
        return em.createQuery("select r from " + from + " between :from and :to", Object.class)
                .setParameter("school", schoolId)
                .setParameter("from", months.from().atDay(1))
                .setParameter("to", months.to().atDay(1));
    }

    /** Notes that figures were taken over. */
    public void taken(String schoolId, Instant at, Optional<Instant> madeAt) {
        jpa.tx(em -> {
            SchoolEntity entity = em.find(SchoolEntity.class, schoolId);
            entity.summaryAt = at.toEpochMilli();
            entity.summaryMadeAt = madeAt.map(Instant::toEpochMilli).orElse(null);
            entity.summaryFailure = "";
        });
    }

    /** Notes that figures could not be had. */
    public void failed(String schoolId, String code) {
        jpa.tx(em -> em.find(SchoolEntity.class, schoolId).summaryFailure = code);
    }

    /** When the figures that were last taken over were made, as their school says. */
    public Optional<Instant> madeAt(String schoolId) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(SchoolEntity.class, schoolId))
                .map(entity -> entity.summaryMadeAt)
                .map(Instant::ofEpochMilli));
    }

    /**
     * The active schools and what their month comes to. There are as many rows to sort as the district has schools, whatever
     * time has passed: no index by each figure.
     */
    public Page<SchoolOverview> list(Overviews.Query query, LocalDate today, Instant staleBefore, PageRequest page) {
        SortedList.Query wanted = LIST.query(page)
                .with("month", query.month().atDay(1))
                .and("s.activeFrom <= :today and (s.activeTo is null or s.activeTo >= :today)", "today", today);
        if (query.part() == Overviews.Part.ATTENTION) {
            wanted.and(ATTENTION);
        }
        if (query.part() == Overviews.Part.STALE) {
            wanted.and("(s.summaryAt is null or s.summaryAt < :stale)", "stale", staleBefore.toEpochMilli());
        }
        query.text()
                .ifPresent(text -> wanted.and(
                        "(s.nameFolded like :text escape '!' or s.codeFolded like :text escape '!')",
                        "text",
                        Like.containing(VietnameseText.fold(text))));
        return jpa.txExpr(em -> {
            Page<String> ids = Selecting.pageOfIds(jpa, wanted);
            Map<String, SchoolOverview> found = overviews(em, ids.items(), query.month(), staleBefore);
            return ids.map(found::get);
        });
    }

    private static Map<String, SchoolOverview> overviews(
            EntityManager em, List<String> schoolIds, YearMonth month, Instant staleBefore) {
        if (schoolIds.isEmpty()) {
            return Map.of();
        }
        Map<String, MonthEntity> months = em
                .createQuery(
                        "select m from SchoolMonth m where m.key.schoolId in :ids and m.key.month = :month",
                        MonthEntity.class)
                .setParameter("ids", schoolIds)
                .setParameter("month", month.atDay(1))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> row.key.schoolId, Function.identity()));
        Map<String, Integer> groups = groups(em, schoolIds);
        return em
                .createQuery("select s from School s where s.id in :ids", SchoolEntity.class)
                .setParameter("ids", schoolIds)
                .getResultList()
                .stream()
                .map(school -> overview(school, Optional.ofNullable(months.get(school.id)), groups, staleBefore))
                .collect(Collectors.toMap(SchoolOverview::schoolId, Function.identity()));
    }

    /** A school and what its month comes to. */
    public Optional<SchoolOverview> find(String schoolId, YearMonth month, Instant staleBefore) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(SchoolEntity.class, schoolId))
                .map(school -> overview(
                        school,
                        Optional.ofNullable(em.find(MonthEntity.class, new MonthEntity.Key(schoolId, month.atDay(1)))),
                        groups(em, List.of(schoolId)),
                        staleBefore)));
    }

    /** The reports of a school that count for a month, by group. */
    public List<SchoolInspection> inspections(String schoolId, YearMonth month) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select r from SchoolInspection r where r.key.schoolId = :school and r.month = :month"
                                + " order by r.sortKey, r.lastDay, r.key.reportId",
                        SchoolInspectionEntity.class)
                .setParameter("school", schoolId)
                .setParameter("month", month.atDay(1))
                .getResultList()
                .stream()
                .map(SchoolInspectionEntity::toRecord)
                .toList());
    }

    /** How the duties of a school went in a month, by domain and role. */
    public List<DutyCount> duties(String schoolId, YearMonth month) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select r from SchoolDuty r where r.key.schoolId = :school and r.key.month = :month"
                                + " order by r.key.domain, r.key.role",
                        SchoolDutyEntity.class)
                .setParameter("school", schoolId)
                .setParameter("month", month.atDay(1))
                .getResultList()
                .stream()
                .map(SchoolDutyEntity::toRecord)
                .toList());
    }

    /** What the months of a school come to, those of which nothing is known left out. */
    public Map<YearMonth, MonthFigures> months(String schoolId, MonthSpan months) {
        return jpa.txExpr(em ->
                within(em, "SchoolMonth r where r.key.schoolId = :school and r.key.month", schoolId, months)
                        .getResultList()
                        .stream()
                        .map(MonthEntity.class::cast)
                        .collect(Collectors.toMap(
                                row -> YearMonth.from(row.key.month),
                                MonthEntity::toRecord,
                                (a, b) -> a,
                                TreeMap::new)));
    }

    private static SchoolOverview overview(
            SchoolEntity school, Optional<MonthEntity> month, Map<String, Integer> groups, Instant staleBefore) {
        Optional<Instant> taken = Optional.ofNullable(school.summaryAt).map(Instant::ofEpochMilli);
        return new SchoolOverview(
                school.id,
                school.code,
                school.name,
                groups.getOrDefault(school.id, 0),
                month.map(MonthEntity::toRecord).orElse(MonthFigures.NOTHING),
                taken,
                school.summaryFailure,
                taken.map(at -> at.isBefore(staleBefore)).orElse(true));
    }

    private static Map<String, Integer> groups(EntityManager em, List<String> schoolIds) {
        return schoolIds.isEmpty()
                ? Map.of()
                : em
                        .createQuery(
                                "select g.schoolId, count(g) from CollectedGroup g"
                                        + " where g.schoolId in :ids and g.goneAt is null group by g.schoolId",
                                Object[].class)
                        .setParameter("ids", schoolIds)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).intValue()));
    }
}
