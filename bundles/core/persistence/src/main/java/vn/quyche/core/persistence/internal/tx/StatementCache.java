package vn.quyche.core.persistence.internal.tx;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The prepared statements of one physical connection, kept from one transaction to the next (decision 27).
 *
 * <p>One transaction has the connection at a time, so one thread. A statement is lent to one user at a time: whoever wants
 * the same text meanwhile gets another one.
 */
final class StatementCache {

    private static final int MOST = 50;

    private final Connection connection;
    /** Not lent, those that were used last at the end; of one text there may be several for a moment, one is kept. */
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(16, 0.75f, true);

    private final Deque<PreparedStatement> lent = new ArrayDeque<>();

    StatementCache(Connection connection) {
        this.connection = connection;
    }

    /** A statement for a text, as new. */
    PreparedStatement take(String sql) throws SQLException {
        PreparedStatement known = idle.remove(sql);
        PreparedStatement statement = known == null ? connection.prepareStatement(sql) : known;
        lent.push(statement);
        return statement;
    }

    /** Takes a statement back that is as new again. */
    void giveBack(String sql, PreparedStatement statement) throws SQLException {
        lent.remove(statement);
        PreparedStatement other = idle.put(sql, statement);
        if (other != null) {
            other.close();
        }
        if (idle.size() > MOST) {
            Iterator<PreparedStatement> oldest = idle.values().iterator();
            PreparedStatement dropped = oldest.next();
            oldest.remove();
            dropped.close();
        }
    }

    /** Closes a statement that is of no more use. */
    void drop(PreparedStatement statement) throws SQLException {
        lent.remove(statement);
        statement.close();
    }

    /** The transaction ends: what its users left open is closed. */
    void end() throws SQLException {
        while (!lent.isEmpty()) {
            lent.pop().close();
        }
    }
}
