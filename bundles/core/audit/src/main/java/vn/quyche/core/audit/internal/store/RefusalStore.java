package vn.quyche.core.audit.internal.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.audit.AuditLine;

/** Reads attempts that were refused with a clause. */
@Component(service = RefusalStore.class)
public final class RefusalStore {

    /** How far the clocks that made an id and its time may be apart. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    private static final String BETWEEN = "l.id >= :firstId and l.id < :lastId and l.atMs >= :from and l.atMs < :to";

    private final JpaTemplate jpa;

    /** How many attempts were refused, and when the last one was. */
    public record Refusals(long count, Instant lastAt) {}

    @Activate
    public RefusalStore(@Reference(target = "(osgi.unit.name=audit)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** When the first attempt was refused. */
    public Optional<Instant> first() {
        return jpa.txExpr(em -> Optional.ofNullable(
                        em.createQuery("select min(l.atMs) from RefusedEntity l where l.clause <> ''", Long.class)
                                .getSingleResult())
                .map(Instant::ofEpochMilli));
    }

    /** Refusals between two instants by clause. */
    public Map<String, Refusals> byClause(Instant from, Instant to) {
        return jpa.txExpr(em -> {
            Map<String, Refusals> refusals = new TreeMap<>();
            between(
                            em.createQuery(
                                    "select l.clause, count(l), max(l.atMs) from RefusedEntity l where " + BETWEEN
                                            + " and l.clause <> '' group by l.clause",
                                    Object[].class),
                            from,
                            to)
                    .getResultList()
                    .forEach(row -> refusals.put(
                            (String) row[0],
                            new Refusals(
                                    ((Number) row[1]).longValue(),
                                    Instant.ofEpochMilli(((Number) row[2]).longValue()))));
            return refusals;
        });
    }

    /**
     * The refusals of a clause, newest first.
     *
     * @param before the time and the id of the line behind which to go on
     */
    public List<AuditLine> ofClause(String clause, Instant from, Instant to, Optional<Place> before, int limit) {
        return jpa.txExpr(em -> {
            TypedQuery<String> refused = em.createQuery(
                    "select l.id from RefusedEntity l where l.clause = :clause and " + BETWEEN
                            + (before.isPresent()
                                    ? " and (l.atMs < :lastAt or (l.atMs = :lastAt and l.id < :lastLine))"
                                    : "")
                            + " order by l.atMs desc, l.id desc",
                    String.class);
            refused.setParameter("clause", clause);
            before.ifPresent(place ->
                    refused.setParameter("lastAt", place.at().toEpochMilli()).setParameter("lastLine", place.id()));
            List<String> ids = between(refused, from, to).setMaxResults(limit).getResultList();
            return AuditStore.lines(em, ids);
        });
    }

    /** A line. */
    public record Place(Instant at, String id) {}

    private static <T> TypedQuery<T> between(TypedQuery<T> query, Instant from, Instant to) {
        return query.setParameter("firstId", UlidTime.lowest(from.minus(SLACK)))
                .setParameter("lastId", UlidTime.lowest(to.plus(SLACK)))
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli());
    }
}
