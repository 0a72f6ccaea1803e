package vn.quyche.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * A PostgreSQL server of this JVM's own, on a free port of the loopback interface.
 *
 * <p>It runs as an unprivileged user (PostgreSQL refuses root), keeps its data in a temporary folder, and ends, folder and
 * all, when the JVM ends in whatever way: its shell waits on a pipe that only the JVM holds open.
 */
final class PostgresServer implements DatabaseKind {

    private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");
    private static final int STRATEGIES_SINCE = 15;
    private static final int TRIES = 3;
    private static final long START_MILLIS = 60_000;
    private static final String SCRIPT = """
            set -e
            cd /
            dir=$(mktemp -d /tmp/quyche-postgres.XXXXXX)
            trap 'rm -rf "$dir"' EXIT
            "$1/initdb" -D "$dir/data" -U "$3" -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$dir/initdb.log" 2>&1 \\
              || { cat "$dir/initdb.log" >&2; exit 1; }
            "$1/postgres" -D "$dir/data" -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \\
              -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 >"$dir/log" 2>&1 &
            pid=$!
            set +e
            cat >/dev/null
            kill -QUIT $pid
            wait $pid 2>/dev/null
            """;

    private final AtomicInteger databases = new AtomicInteger();
    private final Process process;
    private final int port;
    private final String strategy;

    private PostgresServer(Path bin, int port) throws IOException {
        // From 15 on it would write each page of the copy to its log, which takes four times as long.
        this.strategy = version(bin) >= STRATEGIES_SINCE ? " strategy file_copy" : "";
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.addAll(List.of("sh", "-c", SCRIPT, "sh", bin.toString(), String.valueOf(port), TestDatabase.USER));
        this.port = port;
        this.process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Whether there is a PostgreSQL to start. */
    static boolean installed() {
        return bin().isPresent();
    }

    /** The server, started when first asked for. */
    static PostgresServer get() {
        return Holder.SERVER;
    }

    @Override
    public String label() {
        return "PostgreSQL";
    }

    @Override
    public String newName() {
        return "test_" + databases.incrementAndGet();
    }

    @Override
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void create(String database) {
        copy("template0", database);
    }

    @Override
    public void copy(String template, String database) {
        execute("create database " + database + " template " + template + strategy);
    }

    @Override
    public String keep(String database) {
        return database;
    }

    @Override
    public void drop(String database) {
        execute("drop database " + database + " with (force)");
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), TestDatabase.USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static PostgresServer start() {
        Path bin = bin().orElseThrow(() -> new TestAbortedException("PostgreSQL is not installed"));
        for (int i = 1; i <= TRIES; i++) {
            try {
                PostgresServer server = new PostgresServer(bin, freePort());
                if (server.accepts()) {
                    return server;
                }
                server.process.destroy();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("PostgreSQL did not start");
    }

    private boolean accepts() {
        long end = System.nanoTime() + START_MILLIS * 1_000_000;
        while (System.nanoTime() < end && process.isAlive()) {
            try (Connection connection = DriverManager.getConnection(url("postgres"), TestDatabase.USER, "")) {
                return connection.isValid(5);
            } catch (SQLException notYet) {
                pause();
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where Debian puts the newest server. */
    private static Optional<Path> bin() {
        if (!Files.isDirectory(INSTALLATIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLATIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .max(Comparator.comparing(PostgresServer::version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Path bin) {
        return Integer.parseInt(bin.getParent().getFileName().toString().replaceAll("\\D.*", ""));
    }

    private static final class Holder {
        static final PostgresServer SERVER = start();
    }
}
