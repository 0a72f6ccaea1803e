package vn.quyche.core.persistence.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.persistence.Backups.Backup;
import vn.quyche.core.api.security.Caller;
import vn.quyche.launcher.backup.BackupFile;
import vn.quyche.launcher.backup.Progress;
import vn.quyche.testkit.TestClock;

/** On a real Derby in a folder, which is written to all the time. */
class SchoolBackupsTest {

    private static final Caller CALLER = Caller.system("test");

    @TempDir
    private Path folder;

    private final AuditOfActs acts = new AuditOfActs();
    private Path data;
    private DataSource database;
    private SchoolBackups backups;
    private Path file;

    @BeforeEach
    void open() throws SQLException, IOException {
        System.setProperty("derby.stream.error.file", "target/derby-backup.log");
        data = Files.createDirectories(folder.resolve("data"));
        file = folder.resolve("school.zip");
        Files.createDirectories(data.resolve("blobs"));
        Files.writeString(data.resolve("settings"), "port=1\n");
        database = derby(data.resolve("db"), "create");
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("create table content (name varchar(20) not null primary key)");
        }
        DatabaseCopy copy = new DerbyCopy(database, "jdbc:derby:" + data.resolve("db") + ";create=true");
        backups = new SchoolBackups(new BackupRun(data, copy, "1.0.0"), acts, TestClock.on("2026-05-05"));
    }

    @AfterEach
    void close() {
        backups.stop();
        assertThatThrownBy(() -> derby(data.resolve("db"), "shutdown").getConnection())
                .isInstanceOf(SQLException.class);
    }

    /** A row names a content that was written before it: so it is with attachments. */
    @Test
    void holdsWhatWasCommittedBeforeItAndEveryContentThatItsDatabaseNames() throws Exception {
        ConcurrentLinkedQueue<String> committed = new ConcurrentLinkedQueue<>();
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch some = new CountDownLatch(100);
        Thread writer = new Thread(() -> {
            for (int i = 0; !ended.get(); i++) {
                String name = "c" + i;
                try (Connection connection = database.getConnection()) {
                    Files.writeString(data.resolve("blobs").resolve(name), name);
                    connection.createStatement().execute("insert into content values ('" + name + "')");
                } catch (IOException | SQLException e) {
                    throw new IllegalStateException(e);
                }
                committed.add(name);
                some.countDown();
            }
        });
        writer.start();
        some.await();
        List<String> before = List.copyOf(committed);
        Backup backup = backups.write(CALLER, file.toString(), (step, files, bytes) -> {});
        ended.set(true);
        writer.join();

        assertThat(backup.file()).isEqualTo(file.toString());
        Path restored = Files.createDirectories(folder.resolve("restored"));
        try (BackupFile written = BackupFile.open(file)) {
            assertThat(written.manifest().database()).isEqualTo("derby");
            written.unpack(restored, Progress.NONE);
        }
        List<String> rows = new ArrayList<>();
        try (Connection connection = derby(restored.resolve("db"), "").getConnection();
                ResultSet result = connection.createStatement().executeQuery("select name from content")) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        assertThat(rows).containsAll(before);
        assertThat(rows)
                .allSatisfy(name ->
                        assertThat(restored.resolve("blobs").resolve(name)).hasContent(name));
        assertThat(data.resolve("tmp/backup")).doesNotExist();
        assertThat(acts.done).containsExactly("platform.begin-backup " + file, "platform.finish-backup " + file);
        assertThatThrownBy(() -> derby(restored.resolve("db"), "shutdown").getConnection())
                .isInstanceOf(SQLException.class);
    }

    @Test
    void leavesNothingWhenWhoeverWaitsIsInterrupted() throws Exception {
        Thread waiting = Thread.currentThread();
        assertThatThrownBy(() -> backups.write(CALLER, file.toString(), (step, files, bytes) -> {
                    waiting.interrupt();
                    awaitCancelled();
                }))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("persistence.backup-cancelled");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("school.zip.part")).doesNotExist();
        assertThat(data.resolve("tmp/backup")).doesNotExist();
        assertThat(backups.write(CALLER, file.toString(), (step, files, bytes) -> {})
                        .files())
                .isPositive();
    }

    /** Until the one who waits has heard of it. */
    private static void awaitCancelled() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void writesOneAtATimeAndNowhereElse() throws Exception {
        List<Throwable> second = new ArrayList<>();
        backups.write(CALLER, file.toString(), (step, files, bytes) -> {
            if (second.isEmpty()) {
                try {
                    backups.write(CALLER, folder.resolve("other.zip").toString(), (a, b, c) -> {});
                } catch (Conflict busy) {
                    second.add(busy);
                }
            }
        });
        assertThat(second).hasSize(1);
        Path letter = Files.writeString(folder.resolve("letter"), "dear");
        for (String place : List.of("relative.zip", "/nowhere/at/all.zip", letter.toString(), folder.toString())) {
            assertThatThrownBy(() -> backups.write(CALLER, place, (step, files, bytes) -> {}))
                    .as(place)
                    .isInstanceOf(Invalid.class);
        }
        assertThat(letter).hasContent("dear");
        // A backup that is there gives way to the next.
        backups.write(CALLER, file.toString(), (step, files, bytes) -> {});
    }

    private static DataSource derby(Path place, String how) {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(place.toString());
        if (how.equals("create")) {
            source.setCreateDatabase("create");
        } else if (how.equals("shutdown")) {
            source.setShutdownDatabase("shutdown");
        }
        return source;
    }

    /** Notes what was done, as the audit would. */
    private static final class AuditOfActs implements Acts {

        private final List<String> done = new ArrayList<>();

        @Override
        public <T> T perform(Caller caller, Act act, Work<T> work) {
            StringBuilder line = new StringBuilder(act.action());
            T result = work.run(new ActLog() {
                @Override
                public void subject(String subjectId) {
                    line.append(' ').append(subjectId);
                }

                @Override
                public void changed(Object before, Object after) {}

                @Override
                public void note(String text) {}

                @Override
                public void emit(Event event) {}
            });
            done.add(line.toString());
            return result;
        }

        @Override
        public String performOnce(Caller caller, String key, Act act, Work<String> work) {
            return perform(caller, act, work);
        }
    }
}
