package vn.quyche.core.persistence.internal.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.persistence.internal.jdbc.Jdbc;

/** Deletes events that everybody has had for a week, and listeners that have been gone for a season. */
@Component
public final class OutboxCleaning implements Job {

    static final Duration KEEP_EVENTS = Duration.ofDays(7);
    /** Longer than a summer without the bundle. */
    static final Duration KEEP_LISTENERS = Duration.ofDays(120);

    /** After a start, listeners that were away with the whole platform get this long to come back. */
    private static final Duration GRACE = Duration.ofMinutes(30);

    private final Tx tx;
    private final OutboxStore store;
    private final Clock clock;
    private final Instant started;

    @Activate
    public OutboxCleaning(
            @Reference Tx tx,
            @Reference(target = "(osgi.jndi.service.name=quyche-persistence)") DataSource source,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.tx = tx;
        this.store = new OutboxStore(new Jdbc(source), ids, clock);
        this.clock = clock;
        this.started = clock.instant();
    }

    @Override
    public String name() {
        return "persistence.clean-outbox";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        tx.run(() -> store.purge(now.minus(KEEP_EVENTS)));
        if (now.isAfter(started.plus(GRACE))) {
            tx.run(() -> store.forgetListeners(now.minus(KEEP_LISTENERS)));
        }
    }
}
