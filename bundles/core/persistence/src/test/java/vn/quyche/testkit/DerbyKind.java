package vn.quyche.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Derby in memory. */
final class DerbyKind implements DatabaseKind {

    private static final String LOG = "derby.stream.error.file";
    /** Derby says by an exception that it dropped a database. */
    private static final String DROPPED = "08006";

    private final Path templates;
    /** Derby waits half a second in each drop, for which no test waits. */
    private final ExecutorService drops = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "derby-drop");
        thread.setDaemon(true);
        return thread;
    });

    private DerbyKind() {
        if (System.getProperty(LOG) == null) {
            Path target = Path.of("target");
            System.setProperty(
                    LOG, Files.isDirectory(target) ? target.resolve("derby.log").toString() : "/dev/null");
        }
        try {
            templates = Files.createTempDirectory("quyche-derby");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::forget));
    }

    static DerbyKind get() {
        return Holder.DERBY;
    }

    @Override
    public String label() {
        return "Derby";
    }

    @Override
    public String newName() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void create(String database) {
        connect(url(database) + ";create=true");
    }

    @Override
    public void copy(String template, String database) {
        connect(url(database) + ";createFrom=" + template);
    }

    @Override
    public String keep(String database) {
        try (Connection connection = DriverManager.getConnection(url(database), TestDatabase.USER, "");
                CallableStatement backup = connection.prepareCall("call syscs_util.syscs_backup_database(?)")) {
            backup.setString(1, templates.toString());
            backup.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(database, e);
        }
        drop(database);
        return templates.resolve(database).toString();
    }

    @Override
    public String url(String database) {
        return "jdbc:derby:memory:" + database;
    }

    @Override
    public void drop(String database) {
        drops.execute(() -> {
            try {
                DriverManager.getConnection(url(database) + ";drop=true").close();
            } catch (SQLException farewell) {
                if (!DROPPED.equals(farewell.getSQLState())) {
                    throw new IllegalStateException(database, farewell);
                }
            }
        });
    }

    private static void connect(String url) {
        try {
            DriverManager.getConnection(url, TestDatabase.USER, "").close();
        } catch (SQLException e) {
            throw new IllegalStateException(url, e);
        }
    }

    private void forget() {
        try (Stream<Path> files = Files.walk(templates)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final DerbyKind DERBY = new DerbyKind();
    }
}
