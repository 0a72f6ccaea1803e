package vn.quyche.core.persistence.internal.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.persistence.Backups;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.HealthCheck;

/** Backs the school up once a day, keeps the last backups, and says when there is no fresh one. */
@Component(configurationPid = BackupConfig.PID)
@Designate(ocd = BackupConfig.class)
public final class NightlyBackup implements Job, HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);
    private static final Pattern NAME = Pattern.compile("quyche-\\d{8}-\\d{4}\\.zip");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");
    private static final Duration LOOK = Duration.ofMinutes(5);
    private static final Duration TRY_AGAIN = Duration.ofHours(1);
    /** A day, and the time that a backup itself may take. */
    private static final Duration FRESH = Duration.ofHours(30);

    private final Optional<Path> folder;
    private final LocalTime at;
    private final int keep;
    private final Backups backups;
    private final Clock clock;
    private final Instant started;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "quyche-nightly-backup"));
    private volatile Instant tried = Instant.EPOCH;
    private volatile String failure = "";

    @Activate
    public NightlyBackup(BackupConfig config, @Reference Backups backups, @Reference Clock clock) {
        this(config.folder(), config.at(), config.keep(), backups, clock);
    }

    NightlyBackup(String folder, String at, int keep, Backups backups, Clock clock) {
        this.folder = folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder.strip()));
        this.at = time(at);
        this.keep = Math.max(1, keep);
        this.backups = backups;
        this.clock = clock;
        this.started = clock.instant();
    }

    private static LocalTime time(String at) {
        try {
            return LocalTime.parse(at.strip());
        } catch (DateTimeParseException e) {
            LOG.error("{} in {}.cfg is no time such as 02:00; taken is 02:00", at, BackupConfig.PID);
            return LocalTime.of(2, 0);
        }
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    @Override
    public String name() {
        return "persistence.backup";
    }

    @Override
    public Duration every() {
        return LOOK;
    }

    /** Only looks: the backup itself may take longer than a job should. */
    @Override
    public void run() {
        if (folder.isPresent() && isDue(folder.get())) {
            tried = clock.instant();
            thread.execute(() -> write(folder.get()));
        }
    }

    /** When the hour of today has passed, and no backup was made since. */
    private boolean isDue(Path kept) {
        ZonedDateTime now = VietnamTime.at(clock.instant());
        ZonedDateTime hour = now.with(at);
        return !now.isBefore(hour)
                && tried.plus(TRY_AGAIN).isBefore(clock.instant())
                && newest(kept).map(name -> name.compareTo(name(hour)) < 0).orElse(true);
    }

    private void write(Path kept) {
        try {
            Files.createDirectories(kept);
            Path file = kept.toAbsolutePath().resolve(name(VietnamTime.at(clock.instant())));
            backups.write(Caller.system(UUID.randomUUID().toString()), file.toString(), (step, files, bytes) -> {});
            failure = "";
            List<String> all = all(kept);
            for (String old : all.subList(0, Math.max(0, all.size() - keep))) {
                Files.delete(kept.resolve(old));
            }
        } catch (QuycheException | IOException | UncheckedIOException e) {
            LOG.error("The nightly backup failed; tried again in {}", TRY_AGAIN, e);
            failure = String.valueOf(e.getMessage());
        }
    }

    @Override
    public Result check() {
        if (folder.isEmpty()) {
            return Result.ok("Chưa đặt sao lưu định kỳ: ghi folder vào etc/" + BackupConfig.PID + ".cfg");
        }
        Optional<String> newest = newest(folder.get());
        if (!failure.isEmpty()) {
            return Result.warn("Lần sao lưu gần nhất không xong: " + failure);
        }
        Instant now = clock.instant();
        boolean fresh = newest.filter(name -> name.compareTo(name(VietnamTime.at(now.minus(FRESH)))) > 0)
                .isPresent();
        String shown =
                newest.map(name -> "Bản mới nhất " + folder.get().resolve(name)).orElse("Chưa có bản nào");
        // Right after the start there may be none yet.
        return fresh || started.plus(FRESH).isAfter(now) ? Result.ok(shown) : Result.warn(shown);
    }

    private static String name(ZonedDateTime time) {
        return "quyche-" + STAMP.format(time) + ".zip";
    }

    private static Optional<String> newest(Path kept) {
        List<String> all = all(kept);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The names of the backups, the oldest first. */
    private static List<String> all(Path kept) {
        if (!Files.isDirectory(kept)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(kept)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
