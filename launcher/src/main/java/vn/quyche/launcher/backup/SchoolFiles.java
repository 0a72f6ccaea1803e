package vn.quyche.launcher.backup;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which files of a data folder a school cannot do without. */
public final class SchoolFiles {

    /** Where the embedded database lies. */
    public static final String DATABASE = "db";

    /** Where contents lie, each named by its hash: they never change, and come and go. */
    public static final String BLOBS = "blobs";

    /** Where PostgreSQL's dump lies in a backup. */
    public static final String DUMP = "database.dump";

    /** While this folder is there, a restore has not come to its end. */
    public static final String RESTORING = ".restoring";

    /** What a restore put aside. */
    public static final String BEFORE_RESTORE = "before-restore-";

    /** Caches, logs, what belongs to the running process only, other backups. */
    private static final Set<String> LEFT_OUT = Set.of(
            "karaf/data",
            "karaf/deploy",
            "karaf/instances",
            "karaf/pid",
            "karaf/karaf.pid",
            "karaf/ports",
            "karaf/built",
            "karaf/lock",
            "blobs/incoming",
            "db/db.lck",
            "db/dbex.lck",
            "db/tmp",
            "derby.log",
            "keys",
            "tmp",
            "backups",
            BackupRequest.FOLDER,
            RESTORING,
            DUMP);

    private SchoolFiles() {}

    /**
     * The files of a data folder in the order of their names.
     *
     * @param running leaves the database out, whose files change under the hands of whoever copies them
     */
    public static List<String> list(Path data, boolean running) throws IOException {
        return walk(data, data, running, LEFT_OUT);
    }

    /** Every file of a folder. */
    public static List<String> all(Path folder) throws IOException {
        return walk(folder, folder, false, Set.of());
    }

    /** The contents that are there now. */
    public static List<String> blobs(Path data) throws IOException {
        Path blobs = data.resolve(BLOBS);
        return Files.isDirectory(blobs) ? walk(data, blobs, true, LEFT_OUT) : List.of();
    }

    /** Deletes a folder with what is in it; nothing happens when there is none. */
    public static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inside, IOException e) throws IOException {
                Files.delete(inside);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static List<String> walk(Path data, Path from, boolean running, Set<String> leftOut) throws IOException {
        List<String> files = new ArrayList<>();
        Files.walkFileTree(
                from, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        String name = name(data, folder);
                        boolean out = leftOut.contains(name)
                                || name.startsWith(BEFORE_RESTORE)
                                || running && name.equals(DATABASE);
                        return out ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        String name = name(data, file);
                        if (attributes.isRegularFile() && !leftOut.contains(name) && !name.endsWith(".part")) {
                            files.add(name);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    /** A content that was swept, a file that was renamed while we looked. */
                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                        if (running && Files.notExists(file)) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw e;
                    }
                });
        files.sort(null);
        return files;
    }

    /** The path below the data folder, with slashes on every system. */
    private static String name(Path data, Path file) {
        return data.relativize(file).toString().replace('\\', '/');
    }
}
