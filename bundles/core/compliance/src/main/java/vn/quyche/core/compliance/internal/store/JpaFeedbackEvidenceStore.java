package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.compliance.internal.model.Feedback;
import vn.quyche.core.compliance.internal.model.FeedbackAnswer;

/** Reads opinions and answers as evidence, by the pack of their regulation and by time. */
@Component(service = JpaFeedbackEvidenceStore.class)
public final class JpaFeedbackEvidenceStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaFeedbackEvidenceStore(@Reference(target = "(osgi.unit.name=compliance)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** When the first opinion was given. */
    public Optional<Instant> first() {
        return jpa.txExpr(
                em -> em.createQuery("select min(f.givenAt) from FeedbackEntity f", Long.class).getResultList().stream()
                        .filter(at -> at != null)
                        .findFirst()
                        .map(Instant::ofEpochMilli));
    }

    /** When opinions on regulations of a pack were given, between two instants. */
    public List<Instant> givenTimes(String origin, Instant from, Instant to) {
        return times("FeedbackEntity", "givenAt", origin, from, to);
    }

    /** When opinions on regulations of a pack were answered, between two instants. */
    public List<Instant> answerTimes(String origin, Instant from, Instant to) {
        return times("FeedbackAnswerEntity", "answeredAt", origin, from, to);
    }

    /** Opinions on regulations of a pack, newest first. */
    public List<Feedback> given(String origin, EvidenceQuery query) {
        return lines(FeedbackEntity.class, "givenAt", origin, query, FeedbackEntity::toFeedback);
    }

    /** Answers about regulations of a pack, newest first. */
    public List<FeedbackAnswer> answers(String origin, EvidenceQuery query) {
        return lines(FeedbackAnswerEntity.class, "answeredAt", origin, query, FeedbackAnswerEntity::toAnswer);
    }

    private List<Instant> times(String entity, String time, String origin, Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select x.%1$s from %2$s x where x.origin = :origin and x.%1$s >= :from and x.%1$s < :to"
                                .formatted(time, entity),
                        Long.class)
                .setParameter("origin", origin)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(Instant::ofEpochMilli)
                .toList());
    }

    private <E, R> List<R> lines(
            Class<E> entity, String time, String origin, EvidenceQuery query, Function<E, R> mapper) {
        String behind =
                query.before().isPresent() ? " and x.%1$s <= :at and (x.%1$s < :at or x.id < :id)".formatted(time) : "";
        return jpa.txExpr(em -> {
            TypedQuery<E> rows = em.createQuery(
                            "select x from %2$s x where x.origin = :origin and x.%1$s >= :from and x.%1$s < :to%3$s order by x.%1$s desc, x.id desc"
                                    .formatted(time, entity.getSimpleName(), behind),
                            entity)
                    .setParameter("origin", origin)
                    .setParameter("from", query.from().toEpochMilli())
                    .setParameter("to", query.to().toEpochMilli());
            query.before()
                    .ifPresent(place ->
                            rows.setParameter("at", place.at().toEpochMilli()).setParameter("id", place.id()));
            return rows.setMaxResults(query.limit()).getResultList().stream()
                    .map(mapper)
                    .toList();
        });
    }
}
