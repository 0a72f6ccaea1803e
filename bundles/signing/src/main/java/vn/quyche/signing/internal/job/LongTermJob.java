package vn.quyche.signing.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.signing.internal.engine.LongTerm;
import vn.quyche.signing.internal.service.LongTermWork;
import vn.quyche.signing.internal.service.SigningEngine;
import vn.quyche.signing.internal.store.JpaMadeSignatureStore;

/**
 * Puts proofs that last into signed files once nothing more is signed on them, where the school wants it ({@code
 * level.wanted}), and renews the time stamp over proofs, also those made by hand, before its certificate ends.
 */
@Component(service = Job.class)
public final class LongTermJob implements Job {

    private static final int AT_ONCE = 20;

    private final JpaMadeSignatureStore store;
    private final SigningEngine engine;
    private final LongTermWork work;
    private final Clock clock;

    @Activate
    public LongTermJob(
            @Reference JpaMadeSignatureStore store,
            @Reference SigningEngine engine,
            @Reference LongTermWork work,
            @Reference Clock clock) {
        this.store = store;
        this.engine = engine;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "signing.long-term";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        Optional<LongTerm> wanted = engine.wanted();
        // what somebody had proven by hand is kept proven whatever the school wants for all
        List<String> at = wanted.map(level -> level == LongTerm.LTA ? List.of("", "LT", "LTA") : List.of("", "LTA"))
                .orElse(List.of("LTA"));
        Set<String> due = new LinkedHashSet<>();
        store.longTermDue(at, clock.instant(), AT_ONCE).forEach(made -> due.add(made.documentId()));
        due.forEach(documentId -> work.extend(documentId, wanted.orElse(LongTerm.LTA)));
    }
}
