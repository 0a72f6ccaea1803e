package vn.quyche.core.persistence.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.launcher.backup.BackupWriter;
import vn.quyche.launcher.backup.Manifest;
import vn.quyche.launcher.backup.NoBackup;
import vn.quyche.launcher.backup.Progress;
import vn.quyche.launcher.backup.Progress.Step;
import vn.quyche.launcher.backup.SchoolFiles;

/**
 * The order in which a school that works is copied.
 *
 * <ol>
 *   <li>Files, and contents as they are now. The audit's checkpoints come before the database, which so holds every line
 *       that they vouch for.
 *   <li>The database, at one moment.
 *   <li>The contents that came meanwhile. Whatever the database names is there: it was there in the first round, or came
 *       after it and is too young to be swept.
 * </ol>
 */
final class BackupRun {

    /** So much of the disk stays free for the school, whatever is copied. */
    private static final long RESERVE = 256L << 20;

    private static final String WORK = "backup";

    private final Path data;
    private final DatabaseCopy database;
    private final String version;

    BackupRun(Path data, DatabaseCopy database, String version) {
        this.data = data;
        this.database = database;
        this.version = version;
    }

    Manifest write(Path file, Instant made, Progress progress) throws IOException, SQLException, NoBackup {
        Path work = data.resolve("tmp").resolve(WORK);
        SchoolFiles.delete(work);
        Files.createDirectories(work);
        try (BackupWriter writer = new BackupWriter(file, progress)) {
            writer.add(Step.FILES, data, SchoolFiles.list(data, true));
            if (Files.getFileStore(data).getUsableSpace() < database.size() + RESERVE) {
                throw new Unavailable("persistence.backup-no-room", data.toString());
            }
            progress.at(Step.DATABASE, 0, 0);
            database.write(work);
            writer.add(Step.DATABASE, work, SchoolFiles.all(work));
            SchoolFiles.delete(work);
            writer.add(Step.FILES, data, SchoolFiles.blobs(data));
            return writer.finish(made, version, database.kind());
        } finally {
            SchoolFiles.delete(work);
        }
    }
}
