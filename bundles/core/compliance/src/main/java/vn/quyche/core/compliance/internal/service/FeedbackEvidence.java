package vn.quyche.core.compliance.internal.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.compliance.spi.EvidenceSource;
import vn.quyche.core.compliance.internal.model.Feedback;
import vn.quyche.core.compliance.internal.model.FeedbackAnswer;
import vn.quyche.core.compliance.internal.store.JpaFeedbackEvidenceStore;
import vn.quyche.core.compliance.internal.store.JpaFeedbackEvidenceStore.Origins;

/**
 * That staff give opinions on a regulation, and that these are decided. A line counts for the clause of the regulation that
 * it is about; of a regulation without such a clause (TA, TB, TT, the school's own) for those of BC, as its duty does. Who
 * gave an opinion is not told.
 */
@Component(service = EvidenceSource.class)
public final class FeedbackEvidence implements EvidenceSource {

    /** The packs whose regulations say themselves what becomes of opinions. */
    private static final Set<String> WITH_CLAUSE = Set.of("TC", "MT");

    /** The clauses that ask for opinions, with the packs of their regulations. */
    private static final Map<String, Origins> GIVEN = Map.of("BC.6.10", Origins.except(WITH_CLAUSE));

    /** The clauses that ask for decisions about opinions. */
    private static final Map<String, Origins> ANSWERED = Map.of(
            "BC.7.4", Origins.except(WITH_CLAUSE),
            "TC.10", Origins.only("TC"),
            "MT.14", Origins.only("MT"));

    private final JpaFeedbackEvidenceStore store;

    @Activate
    public FeedbackEvidence(@Reference JpaFeedbackEvidenceStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "compliance.feedback";
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return store.first().map(at -> LocalDate.ofInstant(at, VietnamTime.ZONE));
    }

    @Override
    public List<EvidenceCount> counts(LocalDate from, LocalDate to, Instant now) {
        Instant first = VietnamTime.startOf(from);
        Instant end = VietnamTime.endOf(to);
        List<EvidenceCount> counts = new ArrayList<>();
        GIVEN.forEach((clause, origins) ->
                store.givenTimes(origins, first, end).forEach(at -> counts.add(count(clause, at))));
        ANSWERED.forEach((clause, origins) ->
                store.answerTimes(origins, first, end).forEach(at -> counts.add(count(clause, at))));
        return counts;
    }

    @Override
    public List<Evidence> lines(EvidenceQuery query) {
        if (!query.wants(Evidence.Kind.KEPT)) {
            return List.of();
        }
        String clause = query.clause();
        if (GIVEN.containsKey(clause)) {
            return store.given(GIVEN.get(clause), query).stream()
                    .map(feedback -> line(clause, feedback))
                    .toList();
        }
        return ANSWERED.containsKey(clause)
                ? store.answers(ANSWERED.get(clause), query).stream()
                        .map(answer -> line(clause, answer))
                        .toList()
                : List.of();
    }

    private static EvidenceCount count(String clause, Instant at) {
        return EvidenceCount.kept(clause, LocalDate.ofInstant(at, VietnamTime.ZONE), 1, at);
    }

    private static Evidence line(String clause, Feedback feedback) {
        return new Evidence(
                feedback.id(),
                clause,
                feedback.givenAt(),
                Evidence.Kind.KEPT,
                "Góp ý về " + feedback.about(),
                "/compliance/feedback/" + feedback.id(),
                Optional.empty());
    }

    private static Evidence line(String clause, FeedbackAnswer answer) {
        return new Evidence(
                answer.id(),
                clause,
                answer.answeredAt(),
                Evidence.Kind.KEPT,
                "Trả lời góp ý về " + answer.regulation() + ": " + FeedbackWords.of(answer.outcome()),
                "/compliance/regulations/" + answer.regulationId(),
                Optional.empty());
    }
}
