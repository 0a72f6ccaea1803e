package vn.quyche.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import vn.quyche.core.persistence.internal.tx.ThreadTx;

/**
 * A database for one test, with the real pool and the real transactions; gone when it is closed. It is made when it is first
 * used: empty, or as a copy of one that was prepared before.
 */
public final class TestDatabase implements AutoCloseable {

    /** The owner of everything. */
    static final String USER = "quyche";

    /** What was prepared in this JVM, by kind and what it is. */
    private static final Map<String, String> TEMPLATES = new HashMap<>();

    private final DatabaseKind kind;
    private final String name;
    private final Deque<AutoCloseable> users = new ArrayDeque<>();
    private HikariDataSource pool;
    private ThreadTx tx;

    private TestDatabase(DatabaseKind kind) {
        this.kind = kind;
        this.name = kind.newName();
    }

    /** A Derby in memory. */
    public static TestDatabase derby() {
        return new TestDatabase(DerbyKind.get());
    }

    /**
     * A database of a PostgreSQL server that is started for this JVM.
     *
     * @throws org.opentest4j.TestAbortedException when PostgreSQL is not installed
     */
    public static TestDatabase postgres() {
        return new TestDatabase(PostgresServer.get());
    }

    /** Another empty database of the same kind. */
    public TestDatabase another() {
        return new TestDatabase(kind);
    }

    /**
     * Lets it begin as a copy of a database that is prepared once in this JVM: migrations take a second or two for each test,
     * a copy takes a tenth of that.
     *
     * @param what names what is prepared
     * @return whether it did; not when it has begun already
     */
    public boolean beginAs(String what, Consumer<TestDatabase> prepare) {
        synchronized (TEMPLATES) {
            if (pool != null) {
                return false;
            }
            String key = kind.label() + " " + what;
            String template = TEMPLATES.get(key);
            if (template == null) {
                template = prepared(prepare);
                TEMPLATES.put(key, template);
            }
            kind.copy(template, name);
            open();
            return true;
        }
    }

    private String prepared(Consumer<TestDatabase> prepare) {
        TestDatabase source = another();
        prepare.accept(source);
        source.begun().close();
        return kind.keep(source.name);
    }

    private HikariDataSource begun() {
        synchronized (TEMPLATES) {
            if (pool == null) {
                kind.create(name);
                open();
            }
            return pool;
        }
    }

    private void open() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(kind.url(name));
        config.setUsername(USER);
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(10_000);
        pool = new HikariDataSource(config);
        tx = new ThreadTx(pool);
        users.addLast(pool);
        users.addLast(() -> kind.drop(name));
    }

    /** The real pool, past all transactions. */
    public DataSource pool() {
        return begun();
    }

    /** Has the next transaction begin with a connection that has run nothing: statements kept from earlier ones are gone. */
    public void forgetConnections() {
        begun().getHikariPoolMXBean().softEvictConnections();
    }

    /** The real transactions over the pool. */
    public ThreadTx tx() {
        begun();
        return tx;
    }

    /** Its JDBC URL; the user is {@code quyche}, without a password. */
    public String url() {
        return begun().getJdbcUrl();
    }

    /** Whether this is PostgreSQL. */
    public boolean isPostgres() {
        return kind instanceof PostgresServer;
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
                throw new IllegalStateException("Could not clean up after " + this, e);
            }
        }
    }

    @Override
    public String toString() {
        return kind.label();
    }
}
