package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /**
     * Regulations by the packs from which they came.
     *
     * @param codes the codes of packs
     * @param except whether all others are meant
     */
    public record Origins(Set<String> codes, boolean except) {

        /** The regulation of one pack. */
        public static Origins only(String code) {
            return new Origins(Set.of(code), false);
        }

        /** All but those of some packs. */
        public static Origins except(Set<String> codes) {
            return new Origins(codes, true);
        }

        String word() {
            return except ? "not in" : "in";
        }
    }

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
    public List<Instant> givenTimes(Origins origins, Instant from, Instant to) {
        return times("FeedbackEntity", "givenAt", origins, from, to);
    }

    /** When opinions on regulations of a pack were answered, between two instants. */
    public List<Instant> answerTimes(Origins origins, Instant from, Instant to) {
        return times("FeedbackAnswerEntity", "answeredAt", origins, from, to);
    }

    /** Opinions on regulations of a pack, newest first. */
    public List<Feedback> given(Origins origins, EvidenceQuery query) {
        return lines(FeedbackEntity.class, "givenAt", origins, query, FeedbackEntity::toFeedback);
    }

    /** Answers about regulations of a pack, newest first. */
    public List<FeedbackAnswer> answers(Origins origins, EvidenceQuery query) {
        return lines(FeedbackAnswerEntity.class, "answeredAt", origins, query, FeedbackAnswerEntity::toAnswer);
    }

    private List<Instant> times(String entity, String time, Origins origins, Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select x.%1$s from %2$s x where x.origin %3$s :origins and x.%1$s >= :from and x.%1$s < :to"
                                .formatted(time, entity, origins.word()),
                        Long.class)
                .setParameter("origins", origins.codes())
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(Instant::ofEpochMilli)
                .toList());
    }

    private <E, R> List<R> lines(
            Class<E> entity, String time, Origins origins, EvidenceQuery query, Function<E, R> mapper) {
        String behind =
                query.before().isPresent() ? " and x.%1$s <= :at and (x.%1$s < :at or x.id < :id)".formatted(time) : "";
        return jpa.txExpr(em -> {
            TypedQuery<E> rows = em.createQuery(
                            "select x from %2$s x where x.origin %4$s :origins and x.%1$s >= :from and x.%1$s < :to%3$s order by x.%1$s desc, x.id desc"
                                    .formatted(time, entity.getSimpleName(), behind, origins.word()),
                            entity)
                    .setParameter("origins", origins.codes())
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
