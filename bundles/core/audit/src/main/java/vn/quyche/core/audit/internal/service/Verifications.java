package vn.quyche.core.audit.internal.service;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.audit.AuditTrail.Fault;
import vn.quyche.core.api.audit.AuditTrail.Verification;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.audit.internal.store.AuditStore;
import vn.quyche.core.audit.internal.store.AuditStore.Run;

/** Runs verifications, puts what they find into words, and keeps the results. */
@Component(service = Verifications.class)
public final class Verifications {

    private static final int LONGEST_FAULT = 300;

    private final Sealer sealer;
    private final Verifier verifier;
    private final AuditStore store;
    private final Messages messages;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public Verifications(
            @Reference Sealer sealer,
            @Reference Verifier verifier,
            @Reference AuditStore store,
            @Reference Messages messages,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.sealer = sealer;
        this.verifier = verifier;
        this.store = store;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
    }

    /** Verifies the whole log, the newest lines included, and keeps the result. */
    public Verification run(Locale locale) {
        sealer.run();
        Verifier.Result result = verifier.run();
        List<Fault> faults = result.findings().stream()
                .map(finding -> new Fault(
                        finding.number(),
                        finding.lineId(),
                        finding.kind(),
                        messages.text(locale, finding.code(), finding.args().toArray())))
                .toList();
        String first = faults.isEmpty() ? "" : faults.get(0).detail();
        store.keep(new Run(
                ids.next(),
                clock.instant(),
                result.lines(),
                result.unsealed(),
                faults.size(),
                first.substring(0, Math.min(LONGEST_FAULT, first.length()))));
        return new Verification(result.lines(), result.unsealed(), faults);
    }
}
