package vn.quyche.core.security.internal.service;

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
import vn.quyche.core.api.security.SystemRegister.Entry;
import vn.quyche.core.security.internal.store.SystemEntryStore;

/** What was written into the register of the system proves TT.15.1. Renewals are duties and tell of themselves. */
@Component
public final class SystemEvidence implements EvidenceSource {

    private final SystemEntryStore store;

    @Activate
    public SystemEvidence(@Reference SystemEntryStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "security.system";
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return store.firstWritten().map(at -> LocalDate.ofInstant(at, VietnamTime.ZONE));
    }

    @Override
    public List<EvidenceCount> counts(LocalDate from, LocalDate to, Instant now) {
        return lines(VietnamTime.startOf(from), VietnamTime.endOf(to))
                .map(EvidenceCount::of)
                .toList();
    }

    @Override
    public List<Evidence> lines(EvidenceQuery query) {
        return query.clause().equals(DefaultSystemRegister.CLAUSE)
                ? query.select(lines(query.from(), query.to()))
                : List.of();
    }

    private Stream<Evidence> lines(Instant from, Instant to) {
        return store.written(from, to).stream().map(SystemEvidence::line);
    }

    private static Evidence line(Entry entry) {
        return new Evidence(
                entry.id(),
                DefaultSystemRegister.CLAUSE,
                entry.createdAt(),
                Evidence.Kind.KEPT,
                "Ghi sổ quản trị: " + entry.name(),
                DefaultSystemRegister.PAGE + entry.id(),
                Optional.of(entry.keeperId()));
    }
}
