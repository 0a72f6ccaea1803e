package vn.quyche.core.persistence.internal.tx;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A kept statement as its user sees it: closing gives it back, as new, or drops it when that is not sure. */
final class LentStatement implements InvocationHandler {

    private final RunningTx tx;
    private final StatementCache cache;
    private final String sql;
    private final PreparedStatement statement;
    private boolean closed;
    private boolean limited;
    /** Whether it failed, or was set up in a way that the next user would not expect. */
    private boolean spoilt;

    private LentStatement(RunningTx tx, StatementCache cache, String sql, PreparedStatement statement) {
        this.tx = tx;
        this.cache = cache;
        this.sql = sql;
        this.statement = statement;
    }

    static PreparedStatement of(RunningTx tx, StatementCache cache, String sql) throws SQLException {
        return Watched.proxy(PreparedStatement.class, new LentStatement(tx, cache, sql, cache.take(sql)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        String name = method.getName();
        switch (name) {
            case "close":
                close();
                return null;
            case "isClosed":
                return closed || statement.isClosed();
            case "hashCode":
                return System.identityHashCode(proxy);
            case "equals":
                return proxy == args[0];
            case "setMaxRows":
                limited = true;
                break;
            default:
                // parameters have a place and a value; what has one argument tells the statement how to behave
                spoilt |= name.startsWith("set") && args.length == 1 || name.equals("closeOnCompletion");
        }
        if (closed) {
            throw new SQLException("The statement was closed");
        }
        boolean done = false;
        try {
            Object result = Watched.call(tx, statement, method, args);
            done = true;
            return result;
        } finally {
            spoilt |= !done;
        }
    }

    private void close() throws SQLException {
        boolean gone = closed || statement.isClosed();
        closed = true;
        if (gone) {
            return;
        }
        if (spoilt) {
            cache.drop(statement);
            return;
        }
        ResultSet open = statement.getResultSet();
        if (open != null) {
            open.close();
        }
        statement.clearParameters();
        statement.clearBatch();
        if (limited) {
            statement.setMaxRows(0);
        }
        cache.giveBack(sql, statement);
    }
}
