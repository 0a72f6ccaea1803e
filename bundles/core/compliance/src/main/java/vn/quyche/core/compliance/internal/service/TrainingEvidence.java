package vn.quyche.core.compliance.internal.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.compliance.spi.EvidenceSource;
import vn.quyche.core.compliance.internal.model.Training;
import vn.quyche.core.compliance.internal.model.TrainingPlan;
import vn.quyche.core.compliance.internal.store.JpaTrainingStore;

/**
 * That people are trained: a training that was held counts on its day for the clause that it is about, and for the one that
 * asks for trainings on its regulation; an approved plan counts for TT.15.3. Who came is not told.
 */
@Component(service = EvidenceSource.class)
public final class TrainingEvidence implements EvidenceSource {

    private static final String PLANS = "TT.15.3";
    /** The clauses that ask for trainings, by the pack of their regulation. */
    private static final Map<String, String> ASKING = Map.of("TA", "TA.12d", "TT", PLANS);

    private final JpaTrainingStore store;

    @Activate
    public TrainingEvidence(@Reference JpaTrainingStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "compliance.trainings";
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return Stream.of(store.first(), store.firstApproved())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(TrainingEvidence::day);
    }

    @Override
    public List<EvidenceCount> counts(LocalDate from, LocalDate to, Instant now) {
        return all(VietnamTime.startOf(from), VietnamTime.endOf(to))
                .map(EvidenceCount::of)
                .toList();
    }

    @Override
    public Set<LocalDate> changedDays(Instant since, Instant now) {
        Set<LocalDate> days = new TreeSet<>(EvidenceSource.super.changedDays(since, now));
        store.recordedSince(since).forEach(at -> days.add(day(at)));
        return days;
    }

    @Override
    public List<Evidence> lines(EvidenceQuery query) {
        if (!query.wants(Evidence.Kind.KEPT)) {
            return List.of();
        }
        return query.select(all(query.from(), query.to()));
    }

    private Stream<Evidence> all(Instant from, Instant to) {
        return Stream.concat(
                store.held(from, to).stream()
                        .flatMap(training -> clauses(training).stream().map(clause -> line(clause, training))),
                store.approved(from, to).stream().map(TrainingEvidence::line));
    }

    private static Set<String> clauses(Training training) {
        Set<String> clauses = new TreeSet<>();
        Optional.ofNullable(ASKING.get(training.origin())).ifPresent(clauses::add);
        if (!training.clause().isEmpty()) {
            clauses.add(training.clause());
        }
        return clauses;
    }

    private static Evidence line(String clause, Training training) {
        return new Evidence(
                training.id(),
                clause,
                training.startsAt(),
                Evidence.Kind.KEPT,
                "Tập huấn " + training.title() + ": " + training.present() + "/" + training.invited() + " người có mặt",
                "/compliance/training/" + training.id(),
                Optional.empty());
    }

    private static Evidence line(TrainingPlan plan) {
        return new Evidence(
                "plan:" + plan.schoolYear(),
                PLANS,
                plan.approvedAt().orElseThrow(),
                Evidence.Kind.KEPT,
                "Duyệt kế hoạch tập huấn năm học " + plan.schoolYear(),
                "/compliance/training?year=" + plan.schoolYear(),
                Optional.empty());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, VietnamTime.ZONE);
    }
}
