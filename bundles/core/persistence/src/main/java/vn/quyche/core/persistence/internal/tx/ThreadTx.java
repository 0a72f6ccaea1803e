package vn.quyche.core.persistence.internal.tx;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Tx;

/** Transactions that are bound to their thread: one physical connection each, shared by the data sources of all units. */
@Component(service = {Tx.class, ThreadTx.class})
public final class ThreadTx implements Tx {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadTx.class);

    private final DataSource pool;
    private final StatementCaches statements = new StatementCaches();
    private final ThreadLocal<RunningTx> running = new ThreadLocal<>();

    @Activate
    public ThreadTx(@Reference(target = "(quyche.pool=true)") DataSource pool) {
        this.pool = pool;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        RunningTx outer = running.get();
        if (outer == null) {
            return separate(work);
        }
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            outer.fail(e);
            throw e;
        }
    }

    @Override
    public <T> T separate(Supplier<T> work) {
        RunningTx outer = running.get();
        RunningTx own = open();
        try {
            T result = runIn(own, work);
            // An action that opens a transaction must not find the outer one and be undone with it.
            running.remove();
            own.afterCommit().forEach(this::runAfterCommit);
            return result;
        } finally {
            if (outer == null) {
                running.remove();
            } else {
                running.set(outer);
            }
        }
    }

    @Override
    public boolean active() {
        return running.get() != null;
    }

    @Override
    public void afterCommit(Runnable action) {
        RunningTx tx = running.get();
        if (tx == null) {
            action.run();
        } else {
            tx.afterCommit().add(action);
        }
    }

    /** The data source for a unit: inside a transaction its connections are all the same one. */
    public DataSource dataSource() {
        return new TxDataSource(this);
    }

    /** A connection that belongs to the running transaction, or else one from the pool. */
    Connection connection() throws SQLException {
        RunningTx tx = running.get();
        return tx == null ? pool.getConnection() : tx.handle();
    }

    private <T> T runIn(RunningTx tx, Supplier<T> work) {
        running.set(tx);
        try {
            T result = work.get();
            tx.commit();
            return result;
        } catch (RuntimeException | Error e) {
            tx.rollBack(e);
            throw e;
        } finally {
            tx.close();
        }
    }

    private RunningTx open() {
        try {
            Connection connection = pool.getConnection();
            try {
                connection.setAutoCommit(false);
                return new RunningTx(connection, statements.of(connection));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new Unavailable("persistence.unavailable", e);
        }
    }

    private void runAfterCommit(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("What was to be done after a commit failed; the commit itself stands", e);
        }
    }
}
