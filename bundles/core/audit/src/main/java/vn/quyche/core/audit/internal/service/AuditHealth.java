package vn.quyche.core.audit.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.audit.internal.store.AuditStore;
import vn.quyche.core.audit.internal.store.AuditStore.Run;

/** Says when sealing lags behind or the last verification found something. */
@Component
public final class AuditHealth implements HealthCheck {

    private static final Duration LATE = Duration.ofMinutes(1);
    private static final Locale LOCALE = Locale.forLanguageTag("vi");

    private final AuditStore store;
    private final Messages messages;
    private final Clock clock;

    @Activate
    public AuditHealth(@Reference AuditStore store, @Reference Messages messages, @Reference Clock clock) {
        this.store = store;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit.chain";
    }

    @Override
    public Result check() {
        Optional<Run> last = store.lastRun();
        if (last.isPresent() && last.get().faults() > 0) {
            return Result.down(text(
                    "audit.health.faults", last.get().faults(), day(last.get().at())));
        }
        Optional<Instant> oldest = store.oldestUnsealed();
        if (oldest.isPresent() && oldest.get().isBefore(clock.instant().minus(LATE))) {
            return Result.warn(text(
                    "audit.health.behind",
                    VietnamTime.at(oldest.get()).toLocalTime().withNano(0)));
        }
        return last.map(run -> Result.ok(text("audit.health.whole", run.lines(), day(run.at()))))
                .orElseGet(() -> Result.ok(text("audit.health.never-verified")));
    }

    private static String day(Instant instant) {
        return VietnamTime.at(instant).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    private String text(String key, Object... args) {
        return messages.text(LOCALE, key, args);
    }
}
