package vn.quyche.group.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.group.api.GroupDisposition;

/** Reads when groups were registered and directives issued. */
@Component(service = JpaGroupEvidenceStore.class)
public final class JpaGroupEvidenceStore {

    private final JpaTemplate jpa;

    /** A group that was registered. */
    public record Registered(String id, String name, String decisionNumber, Instant at) {}

    /** A decision on a group that was entered. */
    public record Decided(
            String id, String groupId, String name, GroupDisposition disposition, String number, Instant at) {}

    /** A directive that was issued. */
    public record Issued(String id, String number, int recipients, Instant at) {}

    @Activate
    public JpaGroupEvidenceStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** When the first group was registered. */
    public Optional<Instant> first() {
        return jpa.txExpr(
                em -> Stream.ofNullable(em.createQuery("select min(g.registeredAt) from MessagingGroup g", Long.class)
                                .getSingleResult())
                        .findFirst()
                        .map(Instant::ofEpochMilli));
    }

    /** The groups that were registered between two instants. */
    public List<Registered> registered(Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select g.id, g.name, g.decisionNumber, g.registeredAt from MessagingGroup g"
                                + " where g.registeredAt >= :from and g.registeredAt < :to",
                        Object[].class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(row -> new Registered(
                        (String) row[0], (String) row[1], (String) row[2], Instant.ofEpochMilli((Long) row[3])))
                .toList());
    }

    /** The decisions that were entered between two instants. */
    public List<Decided> decided(Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d.id, d.groupId, d.name, d.disposition, d.number, d.recordedAt from GroupDecision d"
                                + " where d.recordedAt >= :from and d.recordedAt < :to",
                        Object[].class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(row -> new Decided(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (GroupDisposition) row[3],
                        (String) row[4],
                        Instant.ofEpochMilli((Long) row[5])))
                .toList());
    }

    /** The directives that were issued between two instants; those that were withdrawn later count. */
    public List<Issued> issued(Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d.id, d.number, d.recipients, d.issuedAt from Directive d"
                                + " where d.issuedAt >= :from and d.issuedAt < :to",
                        Object[].class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(row -> new Issued(
                        (String) row[0], (String) row[1], (Integer) row[2], Instant.ofEpochMilli((Long) row[3])))
                .toList());
    }
}
