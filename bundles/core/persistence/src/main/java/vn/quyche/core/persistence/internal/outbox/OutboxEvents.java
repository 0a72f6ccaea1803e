package vn.quyche.core.persistence.internal.outbox;

import java.time.Clock;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.event.Events;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.persistence.internal.jdbc.Jdbc;

/** Publishes events into the outbox, in the transaction that makes them true. */
@Component
public final class OutboxEvents implements Events {

    private final Tx tx;
    private final OutboxStore store;
    private final OutboxBell bell;

    @Activate
    public OutboxEvents(
            @Reference Tx tx,
            @Reference(target = "(osgi.jndi.service.name=quyche-persistence)") DataSource source,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference OutboxBell bell) {
        this.tx = tx;
        this.store = new OutboxStore(new Jdbc(source), ids, clock);
        this.bell = bell;
    }

    @Override
    public void publish(Event event) {
        if (!tx.active()) {
            throw new IllegalStateException("Events are published inside a transaction: " + event.type());
        }
        store.publish(event);
        tx.afterCommit(bell::ring);
    }
}
