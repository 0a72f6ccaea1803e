package vn.quyche.core.audit.internal.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditLine;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.compliance.spi.EvidenceSource;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.audit.internal.store.RefusalStore;

/** Attempts that a guard refused in the name of a clause: they prove that the guard works. */
@Component(service = EvidenceSource.class)
public final class RefusalEvidence implements EvidenceSource {

    private static final Locale VIETNAMESE = new Locale("vi");

    private final RefusalStore store;
    private final Messages messages;

    @Activate
    public RefusalEvidence(@Reference RefusalStore store, @Reference Messages messages) {
        this.store = store;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "audit.refusals";
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return store.first().map(at -> LocalDate.ofInstant(at, VietnamTime.ZONE));
    }

    @Override
    public List<EvidenceCount> counts(LocalDate from, LocalDate to, Instant now) {
        return from.datesUntil(to.plusDays(1)).flatMap(this::ofDay).toList();
    }

    @Override
    public List<Evidence> lines(EvidenceQuery query) {
        if (!query.wants(Evidence.Kind.REFUSED)) {
            return List.of();
        }
        return store
                .ofClause(
                        query.clause(),
                        query.from(),
                        query.to(),
                        query.before().map(place -> new RefusalStore.Place(place.at(), place.id())),
                        query.limit())
                .stream()
                .map(this::line)
                .toList();
    }

    private Stream<EvidenceCount> ofDay(LocalDate day) {
        return store.byClause(VietnamTime.startOf(day), VietnamTime.endOf(day)).entrySet().stream()
                .map(entry -> EvidenceCount.refused(
                        entry.getKey(),
                        day,
                        entry.getValue().count(),
                        entry.getValue().lastAt()));
    }

    private Evidence line(AuditLine line) {
        return new Evidence(
                line.id(),
                line.clause(),
                line.at(),
                Evidence.Kind.REFUSED,
                "Đã chặn: " + messages.text(VIETNAMESE, "action." + line.action()),
                "/audit/lines/" + line.id(),
                line.personId());
    }
}
