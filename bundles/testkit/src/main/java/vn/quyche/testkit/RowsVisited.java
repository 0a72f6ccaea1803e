package vn.quyche.testkit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * How many rows of tables and indexes Derby looks at for a query. A page of a list that has its index looks at about as many
 * as it shows, however long the list is: so this proves without a clock that it stays quick.
 */
public final class RowsVisited {

    private static final Pattern VISITED = Pattern.compile("Number of rows visited=(\\d+)");

    private RowsVisited() {}

    /** The most that a single scan of the work's last query looked at. */
    public static long by(TestDatabase derby, Runnable work) {
        // A statement that was prepared before is not watched.
        derby.forgetConnections();
        return derby.tx().call(() -> {
            try (Connection connection = derby.tx().dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("call syscs_util.syscs_set_runtimestatistics(1)");
                work.run();
                try (ResultSet plan = statement.executeQuery("values syscs_util.syscs_get_runtimestatistics()")) {
                    plan.next();
                    return VISITED.matcher(plan.getString(1))
                            .results()
                            .mapToLong(match -> Long.parseLong(match.group(1)))
                            .max()
                            .orElseThrow();
                } finally {
                    statement.execute("call syscs_util.syscs_set_runtimestatistics(0)");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
