package vn.quyche.core.compliance.internal.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.compliance.spi.EvidenceSource;
import vn.quyche.core.compliance.internal.store.JpaDecisionEvidenceStore;

/**
 * That regulations are amended by decision: the decided editions and the values of parameters. A school has dozens, hence
 * they are read as a whole.
 */
@Component(service = EvidenceSource.class)
public final class DecisionEvidence implements EvidenceSource {

    private static final List<String> EDITION_CLAUSES = List.of("BC.7.4", "TC.10", "MT.14");
    private static final String VALUE_CLAUSE = "BC.7.4";
    private final JpaDecisionEvidenceStore store;

    @Activate
    public DecisionEvidence(@Reference JpaDecisionEvidenceStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "compliance.decisions";
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return store.first().map(at -> LocalDate.ofInstant(at, VietnamTime.ZONE));
    }

    @Override
    public List<EvidenceCount> counts(LocalDate from, LocalDate to, Instant now) {
        List<EvidenceCount> counts = new ArrayList<>();
        Instant first = VietnamTime.startOf(from);
        Instant end = VietnamTime.endOf(to);
        for (String clause : EDITION_CLAUSES) {
            lines(clause, first, end).forEach(line -> counts.add(EvidenceCount.of(line)));
        }
        return counts;
    }

    @Override
    public List<Evidence> lines(EvidenceQuery query) {
        if (!query.wants(Evidence.Kind.KEPT)) {
            return List.of();
        }
        return query.select(lines(query.clause(), query.from(), query.to()).stream());
    }

    private List<Evidence> lines(String clause, Instant from, Instant to) {
        List<Evidence> lines = new ArrayList<>();
        if (EDITION_CLAUSES.contains(clause)) {
            lines.addAll(store.editions(clause, from, to));
        }
        if (VALUE_CLAUSE.equals(clause)) {
            lines.addAll(store.values(clause, from, to));
        }
        return lines;
    }
}
