package vn.quyche.core.persistence.internal.tx;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.error.Unavailable;

/** One transaction under way. */
final class RunningTx {

    private static final Logger LOG = LoggerFactory.getLogger(RunningTx.class);

    private final Connection connection;
    private final Optional<StatementCache> statements;
    private final List<Runnable> afterCommit = new ArrayList<>();
    /** What had failed when a savepoint was set: null for nothing. */
    private final Map<Savepoint, Throwable> failures = new IdentityHashMap<>();

    private Throwable failure;

    RunningTx(Connection connection, Optional<StatementCache> statements) {
        this.connection = connection;
        this.statements = statements;
    }

    /** The statements that are kept with the connection; empty where none are. */
    Optional<StatementCache> statements() {
        return statements;
    }

    /** What is to be done after the commit, in order. */
    List<Runnable> afterCommit() {
        return afterCommit;
    }

    /** A connection that may be used and closed as if it were one's own. */
    Connection handle() {
        return JoinedConnection.of(connection, this);
    }

    /** Says that the transaction must not commit; the first cause counts. */
    void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    /** Remembers how the transaction stood when a savepoint was set. */
    void savepoint(Savepoint savepoint) {
        failures.put(savepoint, failure);
    }

    /** What failed after the savepoint is undone, hence forgiven; the database itself takes a statement again. */
    void rolledBackTo(Savepoint savepoint) {
        failure = failures.get(savepoint);
    }

    /** Somebody who shares the connection rolled back: what was written until now is gone at once. */
    void rolledBackByUser() throws SQLException {
        fail(new IllegalStateException("a unit rolled back"));
        connection.rollback();
    }

    void commit() {
        if (failure != null) {
            throw new IllegalStateException(
                    "The transaction cannot commit: something in it failed, and the failure was caught", failure);
        }
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new Unavailable("persistence.commit-failed", e);
        }
    }

    void rollBack(Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    void close() {
        try (connection) {
            if (statements.isPresent()) {
                statements.get().end();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.warn("A connection could not be given back in order", e);
        }
    }
}
