package vn.quyche.core.audit.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditTrail.Verification;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.audit.internal.service.Verifications;
import vn.quyche.core.audit.internal.store.AuditStore;

/** Verifies the log every night; by day only where the server sleeps at night. */
@Component
public final class VerifyJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyJob.class);
    private static final int NIGHT_FROM = 1;
    private static final int NIGHT_TO = 4;
    private static final Duration RECENT = Duration.ofHours(12);
    private static final Duration OVERDUE = Duration.ofHours(36);

    private final Verifications verifications;
    private final AuditStore store;
    private final Clock clock;

    @Activate
    public VerifyJob(@Reference Verifications verifications, @Reference AuditStore store, @Reference Clock clock) {
        this.verifications = verifications;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit.verify";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        Instant last = store.lastRun().map(AuditStore.Run::at).orElse(Instant.EPOCH);
        if (due(last, clock.instant())) {
            Verification verification = verifications.run(Locale.forLanguageTag("vi"));
            if (!verification.faults().isEmpty()) {
                LOG.error(
                        "The audit log was tampered with: {} faults, the first: {}",
                        verification.faults().size(),
                        verification.faults().get(0));
            }
        }
    }

    /** Whether it is time, given the last run. */
    static boolean due(Instant last, Instant now) {
        int hour = VietnamTime.at(now).getHour();
        boolean night = hour >= NIGHT_FROM && hour < NIGHT_TO;
        return last.isBefore(now.minus(night ? RECENT : OVERDUE));
    }
}
