package vn.quyche.core.persistence.internal.tx;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The statements of all physical connections of Derby; PostgreSQL's driver keeps its own. */
final class StatementCaches {

    private static final String DERBY = "Apache Derby";

    /** Few: as many as the pool has connections. Those that the pool closed go when it brings new ones. */
    private final Map<Connection, Optional<StatementCache>> caches = new IdentityHashMap<>();

    /** The statements of the connection behind one of the pool; empty where none are kept. */
    Optional<StatementCache> of(Connection pooled) throws SQLException {
        Connection physical = pooled.unwrap(Connection.class);
        synchronized (caches) {
            Optional<StatementCache> known = caches.get(physical);
            if (known != null) {
                return known;
            }
            caches.keySet().removeIf(StatementCaches::closed);
            Optional<StatementCache> made = DERBY.equals(physical.getMetaData().getDatabaseProductName())
                    ? Optional.of(new StatementCache(physical))
                    : Optional.empty();
            caches.put(physical, made);
            return made;
        }
    }

    private static boolean closed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }
}
