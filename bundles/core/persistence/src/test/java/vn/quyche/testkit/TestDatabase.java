package vn.quyche.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import javax.sql.DataSource;
import vn.quyche.core.persistence.internal.tx.ThreadTx;

/** An empty database for one test, with the real pool and the real transactions; gone when it is closed. */
public final class TestDatabase implements AutoCloseable {

    private final String name;
    private final HikariDataSource pool;
    private final ThreadTx tx;
    private final Deque<AutoCloseable> users = new ArrayDeque<>();

    private TestDatabase(String name, String url, String user, AutoCloseable drop) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(10_000);
        this.name = name;
        this.pool = new HikariDataSource(config);
        this.tx = new ThreadTx(pool);
        onClose(drop);
        onClose(pool);
    }

    /** A Derby in memory. */
    public static TestDatabase derby() {
        if (System.getProperty("derby.stream.error.file") == null) {
            Path target = Path.of("target");
            System.setProperty(
                    "derby.stream.error.file",
                    Files.isDirectory(target) ? target.resolve("derby.log").toString() : "/dev/null");
        }
        String url = "jdbc:derby:memory:" + UUID.randomUUID();
        return new TestDatabase("Derby", url + ";create=true", "quyche", () -> dropDerby(url));
    }

    /**
     * A database of a PostgreSQL server that is started for this JVM.
     *
     * @throws org.opentest4j.TestAbortedException when PostgreSQL is not installed
     */
    public static TestDatabase postgres() {
        PostgresServer server = PostgresServer.get();
        String database = server.createDatabase();
        return new TestDatabase(
                "PostgreSQL", server.url(database), PostgresServer.USER, () -> server.dropDatabase(database));
    }

    /** Another empty database of the same kind. */
    public TestDatabase another() {
        return isPostgres() ? postgres() : derby();
    }

    /** The real pool, past all transactions. */
    public DataSource pool() {
        return pool;
    }

    /** Has the next transaction begin with a connection that has run nothing: statements kept from earlier ones are gone. */
    public void forgetConnections() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    /** The real transactions over the pool. */
    public ThreadTx tx() {
        return tx;
    }

    /** Its JDBC URL; the user is {@code quyche}, without a password. */
    public String url() {
        return pool.getJdbcUrl();
    }

    /** Whether this is PostgreSQL. */
    public boolean isPostgres() {
        return name.equals("PostgreSQL");
    }

    /** What is to be closed before the database goes; last come, first closed. */
    public void onClose(AutoCloseable user) {
        users.push(user);
    }

    @Override
    public void close() {
        while (!users.isEmpty()) {
            try {
                users.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("Could not clean up after " + name, e);
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private static void dropDerby(String url) throws SQLException {
        try {
            DriverManager.getConnection(url + ";drop=true").close();
        } catch (SQLException farewell) {
            // Derby says by an exception that it dropped the database.
            if (!"08006".equals(farewell.getSQLState())) {
                throw farewell;
            }
        }
    }
}
