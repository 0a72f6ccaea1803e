package vn.quyche.core.persistence.internal.lease;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Leases;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.persistence.internal.jdbc.Jdbc;
import vn.quyche.core.persistence.internal.jdbc.SqlFailure;

/**
 * Leases as rows of a table. Each taking has a holder id of its own, so that two threads of one node exclude each other
 * too. Nodes compare with their own clocks: these must agree to within seconds (NTP). Derby is opened by one process
 * alone: what stands there at the start was left by one that was killed, and is free.
 */
@Component
public final class TableLeases implements Leases {

    private static final Logger LOG = LoggerFactory.getLogger(TableLeases.class);
    private static final String DERBY = "Apache Derby";

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
        try {
            if (isDerby(source)) {
                tx.separate(() -> jdbc.update("update q_persistence.lease set until_ms = 0 where until_ms > 0"));
            }
        } catch (SQLException | SqlFailure e) {
            LOG.warn("What was left by a process that was killed is waited for", e);
        }
    }

    private static boolean isDerby(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return DERBY.equals(connection.getMetaData().getDatabaseProductName());
        }
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
