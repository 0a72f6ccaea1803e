package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts duties. */
@Component(service = JpaDutySummaryStore.class)
public final class JpaDutySummaryStore {

    private static final String COUNT = "select d.personId, d.domain,"
            + " sum(case when d.state = 'DONE' and d.settledAt <= d.dueAt then 1 else 0 end),"
            + " sum(case when d.state = 'DONE' and d.settledAt > d.dueAt then 1 else 0 end),"
            + " sum(case when d.state = 'OPEN' and d.dueAt < :now then 1 else 0 end),"
            + " sum(case when d.state = 'EXCUSED' then 1 else 0 end),"
            + " sum(case when d.state = 'OPEN' and d.dueAt >= :now then 1 else 0 end)"
            + " from DutyEntity d where d.dueAt >= :from and d.dueAt < :to and d.state <> 'WITHDRAWN'"
            + " group by d.personId, d.domain";

    private final JpaTemplate jpa;

    @Activate
    public JpaDutySummaryStore(@Reference(target = "(osgi.unit.name=compliance)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** How the duties went that are due from an instant on and before another. */
    public List<PersonDuties> count(Instant from, Instant to, Instant now) {
        return jpa.txExpr(em -> em
                .createQuery(COUNT, Object[].class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .setParameter("now", now.toEpochMilli())
                .getResultList()
                .stream()
                .map(row -> new PersonDuties(
                        (String) row[0],
                        (String) row[1],
                        number(row[2]),
                        number(row[3]),
                        number(row[4]),
                        number(row[5]),
                        number(row[6])))
                .toList());
    }

    private static int number(Object sum) {
        return ((Number) sum).intValue();
    }
}
