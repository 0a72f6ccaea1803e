package vn.quyche.core.persistence.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Backups;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.persistence.internal.PlatformPermissions;
import vn.quyche.core.persistence.internal.database.DatabaseConfig;
import vn.quyche.core.persistence.internal.database.DatabaseUrl;
import vn.quyche.launcher.backup.BackupCancelled;
import vn.quyche.launcher.backup.BackupFile;
import vn.quyche.launcher.backup.Manifest;
import vn.quyche.launcher.backup.NoBackup;
import vn.quyche.launcher.backup.Progress;

/**
 * Writes backups, one at a time, on a thread of its own: whoever waits for it may be interrupted, which Derby in the
 * middle of a copy must not be.
 */
@Component(configurationPid = DatabaseConfig.PID)
public final class SchoolBackups implements Backups {

    private static final Logger LOG = LoggerFactory.getLogger(SchoolBackups.class);

    private final Acts acts;
    private final Clock clock;
    private final BackupRun run;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "quyche-backup"));
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    @Activate
    public SchoolBackups(
            BundleContext context,
            DatabaseConfig config,
            @Reference Acts acts,
            @Reference(target = "(quyche.pool=true)") DataSource pool,
            @Reference Clock clock) {
        this(
                new BackupRun(
                        Path.of(context.getProperty("quyche.data")),
                        copy(DatabaseUrl.of(config.url(), context::getProperty), config, pool),
                        context.getBundle().getVersion().toString()),
                acts,
                clock);
    }

    SchoolBackups(BackupRun run, Acts acts, Clock clock) {
        this.run = run;
        this.acts = acts;
        this.clock = clock;
    }

    private static DatabaseCopy copy(DatabaseUrl url, DatabaseConfig config, DataSource pool) {
        return url.isPostgres()
                ? new PostgresCopy(url.url(), config.user(), config.password())
                : new DerbyCopy(pool, url.url());
    }

    @Deactivate
    void stop() {
        cancelled.set(true);
        thread.shutdown();
    }

    @Override
    public Backup write(Caller caller, String file, Watcher watcher) {
        // What was refused stands in the audit, and so does who began; the backup itself holds that line.
        Path place = acts.perform(caller, act("platform.begin-backup"), log -> {
            log.subject(file);
            return place(file);
        });
        if (!busy.compareAndSet(false, true)) {
            throw new Conflict("persistence.backup-running");
        }
        try {
            cancelled.set(false);
            Instant made = clock.instant();
            Manifest manifest = await(thread.submit(() -> run.write(place, made, progress(watcher))));
            Backup backup =
                    new Backup(place.toString(), made, manifest.entries().size(), manifest.bytes());
            finished(caller, file, Map.of("files", backup.files(), "bytes", backup.bytes()), "");
            LOG.info("Backup {}: {} files, {} bytes", place, backup.files(), backup.bytes());
            return backup;
        } catch (QuycheException e) {
            finished(caller, file, null, e.code());
            throw e;
        } finally {
            busy.set(false);
        }
    }

    private static Act act(String action) {
        return Act.create("platform.backup", action, PlatformPermissions.BACKUP, Scope.school());
    }

    private void finished(Caller caller, String file, Map<String, Object> result, String note) {
        acts.perform(caller, act("platform.finish-backup"), log -> {
            log.subject(file);
            log.changed(null, result);
            log.note(note);
            return file;
        });
    }

    private static Path place(String file) {
        try {
            Path place = Path.of(file);
            if (!place.isAbsolute() || place.getParent() == null || !Files.isDirectory(place.getParent())) {
                throw new Invalid("file", "persistence.backup-no-folder", file);
            }
            if (Files.exists(place)) {
                // An older backup gives way when the new one is whole; nothing else does.
                BackupFile.open(place).close();
            }
            return place.normalize();
        } catch (InvalidPathException e) {
            throw new Invalid("file", "persistence.backup-no-folder", file);
        } catch (NoBackup | IOException e) {
            throw new Invalid("file", "persistence.backup-other-file", file);
        }
    }

    private Manifest await(Future<Manifest> written) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return written.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    cancelled.set(true);
                }
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static QuycheException failure(Throwable cause) {
        if (cause instanceof BackupCancelled) {
            return new Unavailable("persistence.backup-cancelled");
        }
        if (cause instanceof QuycheException known) {
            return known;
        }
        LOG.error("The backup failed", cause);
        return new Unavailable("persistence.backup-failed", cause, String.valueOf(cause.getMessage()));
    }

    private Progress progress(Watcher watcher) {
        return new Progress() {
            @Override
            public void at(Step step, long files, long bytes) {
                watcher.at(
                        switch (step) {
                            case FILES -> "persistence.backup-files";
                            case DATABASE -> "persistence.backup-database";
                            case VERIFY -> "persistence.backup-verify";
                        },
                        files,
                        bytes);
            }

            @Override
            public boolean cancelled() {
                return cancelled.get();
            }
        };
    }
}
