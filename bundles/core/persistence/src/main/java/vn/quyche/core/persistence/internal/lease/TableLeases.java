package vn.quyche.core.persistence.internal.lease;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Leases;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.persistence.internal.jdbc.Jdbc;
import vn.quyche.core.persistence.internal.jdbc.SqlFailure;

/**
 * Leases as rows of a table. Each taking has a holder id of its own, so that two threads of one node exclude each other
 * too. Nodes compare with their own clocks: these must agree to within seconds (NTP).
 */
@Component
public final class TableLeases implements Leases {

    private final Tx tx;
    private final Jdbc jdbc;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public TableLeases(
            @Reference Tx tx,
            @Reference(target = "(osgi.jndi.service.name=quyche-persistence)") DataSource source,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.tx = tx;
        this.jdbc = new Jdbc(source);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public boolean with(String name, Duration length, Runnable work) {
        String holder = ids.next();
        if (!take(name, holder, length)) {
            return false;
        }
        try {
            work.run();
        } finally {
            tx.separate(() -> jdbc.update(
                    "update q_persistence.lease set until_ms = 0 where name = ? and holder = ?", name, holder));
        }
        return true;
    }

    private boolean take(String name, String holder, Duration length) {
        long now = clock.millis();
        long until = now + length.toMillis();
        int rows = tx.separate(() -> jdbc.update(
                "update q_persistence.lease set holder = ?, until_ms = ? where name = ? and until_ms <= ?",
                holder,
                until,
                name,
                now));
        return rows == 1 || insert(name, holder, until);
    }

    /** The first taking ever; fails when the row is there, which then is somebody else's. */
    private boolean insert(String name, String holder, long until) {
        try {
            tx.separate(() -> jdbc.update(
                    "insert into q_persistence.lease (name, holder, until_ms) values (?, ?, ?)", name, holder, until));
            return true;
        } catch (SqlFailure e) {
            if (e.isDuplicate()) {
                return false;
            }
            throw e;
        }
    }
}
