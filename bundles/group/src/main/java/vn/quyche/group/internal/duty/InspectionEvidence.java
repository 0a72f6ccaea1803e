package vn.quyche.group.internal.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.compliance.spi.EvidenceSource;
import vn.quyche.group.api.inspection.Inspection;
import vn.quyche.group.internal.store.JpaInspectionStore;

/** That groups are inspected: each signed report proves it. What was found is left out. */
@Component
public final class InspectionEvidence implements EvidenceSource {

    private static final String CLAUSE = "BC.7.2";

    private final JpaInspectionStore store;

    @Activate
    public InspectionEvidence(@Reference JpaInspectionStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "group.inspections";
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return store.firstSigned().map(InspectionEvidence::day);
    }

    @Override
    public List<EvidenceCount> counts(LocalDate from, LocalDate to, Instant now) {
        return lines(VietnamTime.startOf(from), VietnamTime.endOf(to))
                .map(EvidenceCount::of)
                .toList();
    }

    @Override
    public List<Evidence> lines(EvidenceQuery query) {
        if (!query.clause().equals(CLAUSE) || !query.wants(Evidence.Kind.KEPT)) {
            return List.of();
        }
        return query.select(lines(query.from(), query.to()));
    }

    private Stream<Evidence> lines(Instant from, Instant to) {
        return store.signed(from, to).stream().map(InspectionEvidence::line);
    }

    private static Evidence line(Inspection signed) {
        return new Evidence(
                signed.id(),
                CLAUSE,
                signed.signedAt().orElseThrow(),
                Evidence.Kind.KEPT,
                "Kiểm tra nhóm " + signed.groupName() + ", kỳ " + VietnamTime.day(signed.from()) + " – "
                        + VietnamTime.day(signed.to()),
                "/group/inspections/" + signed.id(),
                Optional.empty());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, VietnamTime.ZONE);
    }
}
