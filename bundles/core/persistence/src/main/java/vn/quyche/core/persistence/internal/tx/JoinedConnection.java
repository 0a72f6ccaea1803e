package vn.quyche.core.persistence.internal.tx;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

/**
 * The connection of a running transaction as one of its users sees it: beginning, committing and closing are left to the
 * transaction; a rollback dooms the whole of it, one to a savepoint only undoes what came after.
 */
final class JoinedConnection implements InvocationHandler {

    private final Connection connection;
    private final RunningTx tx;
    private boolean closed;

    private JoinedConnection(Connection connection, RunningTx tx) {
        this.connection = connection;
        this.tx = tx;
    }

    static Connection of(Connection connection, RunningTx tx) {
        return Watched.proxy(Connection.class, new JoinedConnection(connection, tx));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        switch (method.getName()) {
            case "close", "abort":
                closed = true;
                return null;
            case "isClosed":
                return closed || connection.isClosed();
            case "hashCode":
                return System.identityHashCode(proxy);
            case "equals":
                return proxy == args[0];
            default:
        }
        if (closed) {
            throw new SQLException("The connection was closed");
        }
        switch (method.getName()) {
            case "commit", "setAutoCommit":
                return null;
            case "getAutoCommit":
                return false;
            case "rollback":
                if (args == null) {
                    tx.rolledBackByUser();
                    return null;
                }
                Watched.call(tx, connection, method, args);
                tx.rolledBackTo((Savepoint) args[0]);
                return null;
            case "prepareStatement":
                if (args.length == 1 && tx.statements().isPresent()) {
                    return prepared((String) args[0]);
                }
                break;
            default:
        }
        Object result = Watched.call(tx, connection, method, args);
        if (result instanceof Savepoint savepoint) {
            tx.savepoint(savepoint);
        }
        return result instanceof Statement ? Watched.of(tx, method.getReturnType(), result) : result;
    }

    private Object prepared(String sql) throws SQLException {
        try {
            return LentStatement.of(tx, tx.statements().orElseThrow(), sql);
        } catch (SQLException e) {
            tx.fail(e);
            throw e;
        }
    }
}
