package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.compliance.spi.Evidence;

/** Reads decisions about regulations and parameters as evidence, by the time at which they were entered. */
@Component(service = JpaDecisionEvidenceStore.class)
public final class JpaDecisionEvidenceStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaDecisionEvidenceStore(@Reference(target = "(osgi.unit.name=compliance)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** When the first decision was entered. */
    public Optional<Instant> first() {
        return jpa.txExpr(em -> Stream.of(
                        "select min(e.decidedAt) from EditionEntity e",
                        "select min(v.enteredAt) from ParameterValueEntity v")
                .flatMap(jpql -> em.createQuery(jpql, Long.class).getResultList().stream())
                .flatMap(Stream::ofNullable)
                .min(Long::compare)
                .map(Instant::ofEpochMilli));
    }

    /** The editions that were decided between two instants. */
    public List<Evidence> editions(String clause, Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select e from EditionEntity e where e.decidedAt >= :from and e.decidedAt < :to",
                        EditionEntity.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(edition -> new Evidence(
                        edition.id,
                        clause,
                        Instant.ofEpochMilli(edition.decidedAt),
                        Evidence.Kind.KEPT,
                        "Quyết định số " + edition.code + ": " + edition.title,
                        "/compliance/regulations/" + edition.regulationId,
                        Optional.empty()))
                .toList());
    }

    /** The values that were entered between two instants. */
    public List<Evidence> values(String clause, Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select v from ParameterValueEntity v where v.enteredAt >= :from and v.enteredAt < :to",
                        ParameterValueEntity.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(value -> new Evidence(
                        value.key + "@" + value.validFrom,
                        clause,
                        Instant.ofEpochMilli(value.enteredAt),
                        Evidence.Kind.KEPT,
                        "Giá trị mới của tham số theo " + value.decision + ": " + value.value,
                        "/compliance/parameters/" + value.key,
                        Optional.empty()))
                .toList());
    }
}
