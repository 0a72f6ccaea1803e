package vn.quyche.core.compliance.internal.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.compliance.spi.EvidenceSource;
import vn.quyche.core.compliance.internal.store.JpaDutyEvidenceStore;

/** What the duties of all bundles say about the clauses that ask for them. A duty that is settled later changes its day. */
@Component(service = EvidenceSource.class)
public final class DutyEvidence implements EvidenceSource {

    private final JpaDutyEvidenceStore store;

    @Activate
    public DutyEvidence(@Reference JpaDutyEvidenceStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "duty.duties";
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return store.firstDay();
    }

    @Override
    public List<EvidenceCount> counts(LocalDate from, LocalDate to, Instant now) {
        return from.datesUntil(to.plusDays(1))
                .flatMap(day -> store.counts(day, now).stream())
                .toList();
    }

    @Override
    public Set<LocalDate> changedDays(Instant since, Instant now) {
        Set<LocalDate> days = new TreeSet<>(EvidenceSource.super.changedDays(since, now));
        days.addAll(store.changedDays(since, now));
        return days;
    }

    @Override
    public List<Evidence> lines(EvidenceQuery query) {
        return store.lines(query);
    }
}
