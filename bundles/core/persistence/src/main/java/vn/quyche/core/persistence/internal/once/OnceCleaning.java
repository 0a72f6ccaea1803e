package vn.quyche.core.persistence.internal.once;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.persistence.internal.jdbc.Jdbc;

/** Deletes idempotency keys that no client repeats any more. */
@Component
public final class OnceCleaning implements Job {

    static final Duration KEEP = Duration.ofDays(7);

    private final Jdbc jdbc;
    private final Clock clock;

    @Activate
    public OnceCleaning(
            @Reference(target = "(osgi.jndi.service.name=quyche-persistence)") DataSource source,
            @Reference Clock clock) {
        this.jdbc = new Jdbc(source);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "persistence.clean-once";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        jdbc.update(
                "delete from q_persistence.once_key where at_ms < ?",
                clock.instant().minus(KEEP).toEpochMilli());
    }
}
