package vn.quyche.group.internal.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
import vn.quyche.group.internal.store.JpaConductStore;
import vn.quyche.group.internal.store.JpaConductStore.Proof;

/**
 * What conduct proves: violations that were found count against their clause on the day on which they happened; cases that
 * were closed prove that reports are handled. Names and texts are left out.
 */
@Component
public final class ConductEvidence implements EvidenceSource {

    private final JpaConductStore store;

    @Activate
    public ConductEvidence(@Reference JpaConductStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "group.conduct";
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return store.firstDay();
    }

    @Override
    public List<EvidenceCount> counts(LocalDate from, LocalDate to, Instant now) {
        return all(from, to).map(EvidenceCount::of).toList();
    }

    @Override
    public Set<LocalDate> changedDays(Instant since, Instant now) {
        Set<LocalDate> days = new TreeSet<>(EvidenceSource.super.changedDays(since, now));
        days.addAll(store.daysFoundSince(since));
        return days;
    }

    @Override
    public List<Evidence> lines(EvidenceQuery query) {
        return query.select(all(day(query.from()), day(query.to())));
    }

    private Stream<Evidence> all(LocalDate from, LocalDate to) {
        return Stream.concat(
                store.violated(from, to).stream()
                        .map(proof -> line(
                                proof,
                                proof.topic(),
                                proof.happenedAt(),
                                Evidence.Kind.VIOLATION,
                                "Kết luận có vi phạm")),
                store.settled(VietnamTime.startOf(from), VietnamTime.endOf(to)).stream()
                        .map(proof -> line(
                                proof,
                                handled(proof),
                                proof.at(),
                                Evidence.Kind.KEPT,
                                "Đã xử lý một báo cáo trong nhóm")));
    }

    private static Evidence line(Proof proof, String clause, Instant at, Evidence.Kind kind, String text) {
        return new Evidence(kind + ":" + proof.id(), clause, at, kind, text, "", Optional.empty());
    }

    private static String handled(Proof proof) {
        return switch (proof.kind()) {
            case VIOLATION -> "BC.6.11";
            case INCIDENT -> "BC.6.7";
            case CHANGE -> "BC.6.9";
            case SUGGESTION -> "BC.6.6";
        };
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, VietnamTime.ZONE);
    }
}
