package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;

/** Reads duties as evidence: by clause and by the day on which they were due. Nothing is known of what is not due yet. */
@Component(service = JpaDutyEvidenceStore.class)
public final class JpaDutyEvidenceStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaDutyEvidenceStore(@Reference(target = "(osgi.unit.name=compliance)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** The day on which the first duty was due. */
    public Optional<LocalDate> firstDay() {
        return jpa.txExpr(em -> em
                .createQuery("select d.dueAt from DutyEntity d order by d.dueAt", Long.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(JpaDutyEvidenceStore::day));
    }

    /** The duties that were due on a day, until now, by clause. */
    public List<EvidenceCount> counts(LocalDate day, Instant now) {
        Instant end = VietnamTime.endOf(day);
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d.clause,"
                                + " sum(case when d.state = 'DONE' and d.settledAt <= d.dueAt then 1 else 0 end),"
                                + " sum(case when d.state = 'DONE' and d.settledAt > d.dueAt then 1 else 0 end),"
                                + " sum(case when d.state = 'OPEN' then 1 else 0 end), max(d.settledAt), max(d.dueAt)"
                                + " from DutyEntity d where d.dueAt >= :from and d.dueAt < :to"
                                + " and d.state in ('DONE', 'OPEN') and d.clause <> '' group by d.clause",
                        Object[].class)
                .setParameter("from", VietnamTime.startOf(day).toEpochMilli())
                .setParameter("to", (now.isBefore(end) ? now : end).toEpochMilli())
                .getResultList()
                .stream()
                .map(row -> count(day, row))
                .toList());
    }

    /** The days on which those duties were due that were settled, or laid too late, since an instant. */
    public Set<LocalDate> changedDays(Instant since, Instant now) {
        return jpa.txExpr(em -> {
            Set<LocalDate> days = new TreeSet<>();
            add(
                    days,
                    em.createQuery(
                                    "select distinct d.dueAt from DutyEntity d where d.settledAt >= :since and d.dueAt <= :now",
                                    Long.class)
                            .setParameter("since", since.toEpochMilli())
                            .setParameter("now", now.toEpochMilli()));
            add(
                    days,
                    em.createQuery(
                                    "select distinct d.dueAt from DutyEntity d where d.createdAt >= :since and d.dueAt <= :now",
                                    Long.class)
                            .setParameter("since", since.toEpochMilli())
                            .setParameter("now", now.toEpochMilli()));
            return days;
        });
    }

    /** Duties as lines, by due time, latest first. */
    public List<Evidence> lines(EvidenceQuery query) {
        List<String> states = new ArrayList<>();
        if (query.wants(Evidence.Kind.DONE)) {
            states.add("d.state = 'DONE' and d.settledAt <= d.dueAt");
        }
        if (query.wants(Evidence.Kind.LATE)) {
            states.add("d.state = 'DONE' and d.settledAt > d.dueAt");
        }
        if (query.wants(Evidence.Kind.MISSED)) {
            states.add("d.state = 'OPEN'");
        }
        if (states.isEmpty()) {
            return List.of();
        }
        return jpa.txExpr(em -> lines(em, query, "(" + String.join(" or ", states) + ")"));
    }

    private static List<Evidence> lines(EntityManager em, EvidenceQuery query, String states) {
        TypedQuery<DutyEntity> rows = em.createQuery(
                        "select d from DutyEntity d where d.clause = :clause and d.dueAt >= :from and d.dueAt < :to and "
                                + states
                                + (query.before().isPresent()
                                        ? " and d.dueAt <= :lastDue and (d.dueAt < :lastDue or d.id < :lastId)"
                                        : "")
                                + " order by d.dueAt desc, d.id desc",
                        DutyEntity.class)
                .setParameter("clause", query.clause())
                .setParameter("from", query.from().toEpochMilli())
                .setParameter("to", query.to().toEpochMilli());
        query.before().ifPresent(last -> {
            rows.setParameter("lastDue", last.at().toEpochMilli());
            rows.setParameter("lastId", last.id());
        });
        return rows.setMaxResults(query.limit()).getResultList().stream()
                .map(DutyEntity::toDuty)
                .map(JpaDutyEvidenceStore::line)
                .toList();
    }

    private static Evidence line(Duty duty) {
        Evidence.Kind kind = duty.state() == Duty.State.OPEN
                ? Evidence.Kind.MISSED
                : duty.late(duty.dueAt()) ? Evidence.Kind.LATE : Evidence.Kind.DONE;
        String settled = duty.settledAt()
                .map(at -> ", xong lúc " + VietnamTime.moment(at))
                .orElse("");
        return new Evidence(
                duty.id(),
                duty.clause(),
                duty.dueAt(),
                kind,
                duty.title() + settled,
                "/duty/duties/" + duty.id(),
                Optional.of(duty.personId()));
    }

    private static EvidenceCount count(LocalDate day, Object[] row) {
        long done = ((Number) row[1]).longValue();
        long late = ((Number) row[2]).longValue();
        long last = row[4] == null ? ((Number) row[5]).longValue() : ((Number) row[4]).longValue();
        return new EvidenceCount(
                (String) row[0], day, done, late, ((Number) row[3]).longValue(), 0, 0, 0, Instant.ofEpochMilli(last));
    }

    private static void add(Set<LocalDate> days, TypedQuery<Long> dues) {
        dues.getResultList().forEach(due -> days.add(day(due)));
    }

    private static LocalDate day(long at) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(at), VietnamTime.ZONE);
    }
}
