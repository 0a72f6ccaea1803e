package vn.quyche.core.persistence.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Backups;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.HealthCheck.Status;
import vn.quyche.testkit.TestClock;

class NightlyBackupTest {

    @TempDir
    private Path folder;

    private final TestClock clock = TestClock.at("2026-05-05T01:30:00+07:00");
    private final BlockingQueue<String> written = new LinkedBlockingQueue<>();
    private volatile boolean broken;
    private NightlyBackup nightly;

    @AfterEach
    void stop() {
        nightly.stop();
    }

    @Test
    void writesOnceADayAfterItsHourAndKeepsTheLast() throws Exception {
        Path kept = folder.resolve("kept");
        nightly = new NightlyBackup(kept.toString(), "02:00", 2, this::write, clock);
        nightly.run();
        assertThat(kept).doesNotExist();

        clock.advance(Duration.ofMinutes(45));
        assertThat(next()).isEqualTo("quyche-20260505-0215.zip");
        clock.advance(Duration.ofHours(3));
        nightly.run();
        assertThat(written.poll(200, TimeUnit.MILLISECONDS)).isNull();
        assertThat(nightly.check().status()).isEqualTo(Status.OK);

        clock.advance(Duration.ofDays(1));
        assertThat(next()).isEqualTo("quyche-20260506-0515.zip");
        Files.writeString(kept.resolve("other.zip"), "not ours");
        clock.advance(Duration.ofDays(1));
        assertThat(next()).isEqualTo("quyche-20260507-0515.zip");
        awaitNames(kept, List.of("other.zip", "quyche-20260506-0515.zip", "quyche-20260507-0515.zip"));
    }

    @Test
    void saysThatItFailsAndTriesAgainLater() throws Exception {
        broken = true;
        nightly = new NightlyBackup(folder.toString(), "00:00", 2, this::write, clock);
        assertThat(next()).isNotNull();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (nightly.check().status() != Status.WARN && System.nanoTime() < until) {
            Thread.sleep(10);
        }
        assertThat(nightly.check().status()).isEqualTo(Status.WARN);
        nightly.run();
        assertThat(written.poll(200, TimeUnit.MILLISECONDS)).isNull();
        broken = false;
        clock.advance(Duration.ofMinutes(61));
        assertThat(next()).isNotNull();
    }

    @Test
    void doesNothingWithoutAFolder() {
        nightly = new NightlyBackup(" ", "25:99", 2, this::write, clock);
        nightly.run();
        assertThat(written).isEmpty();
        assertThat(nightly.check().status()).isEqualTo(Status.OK);
    }

    private String next() throws InterruptedException {
        nightly.run();
        return written.poll(10, TimeUnit.SECONDS);
    }

    /** Old ones are deleted after the new one was written. */
    private static void awaitNames(Path kept, List<String> expected) throws InterruptedException, IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!names(kept).equals(expected) && System.nanoTime() < until) {
            Thread.sleep(10);
        }
        assertThat(names(kept)).isEqualTo(expected);
    }

    private static List<String> names(Path kept) throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Backups.Backup write(Caller caller, String file, Backups.Watcher watcher) {
        if (!broken) {
            try {
                Files.writeString(Path.of(file), "backup");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        written.add(Path.of(file).getFileName().toString());
        if (broken) {
            throw new Unavailable("persistence.backup-failed", "disk");
        }
        return new Backups.Backup(file, clock.instant(), 1, 1);
    }
}
