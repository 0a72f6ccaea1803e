package vn.quyche.core.persistence.internal.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.quyche.launcher.backup.SchoolFiles;

/**
 * The database with which a new school begins, as the distribution brings it: Derby's folder, packed, with the schemas of all
 * its bundles. It is laid where the configured URL wants a database made and none is; migrations find it up to date, or go on
 * from there.
 */
final class BlankDatabase {

    private static final Pattern NEW_FOLDER = Pattern.compile("jdbc:derby:([^;:]{2,}|[A-Za-z]:[^;:]+);create=true");

    private BlankDatabase() {}

    /**
     * Lays it down; nothing happens when the URL is for another kind of database, or one stands.
     *
     * @param zip the packed folder
     * @return whether it did
     * @throws IOException when it cannot be read or written; no part of it is in the place of the database then
     */
    static boolean lay(DatabaseUrl url, Path zip) throws IOException {
        Optional<Path> folder = folder(url);
        if (folder.isEmpty() || Files.exists(folder.get()) || Files.notExists(zip)) {
            return false;
        }
        Path part = folder.get().resolveSibling(folder.get().getFileName() + ".part");
        SchoolFiles.delete(part);
        unpack(zip, part);
        // In its place at once: a start that is cut off leaves a whole database or none.
        Files.move(part, folder.get(), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private static Optional<Path> folder(DatabaseUrl url) {
        Matcher folder = NEW_FOLDER.matcher(url.url());
        return folder.matches()
                ? Optional.of(Path.of(folder.group(1)).toAbsolutePath().normalize())
                : Optional.empty();
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException(zip + " holds " + entry.getName());
                }
                Files.createDirectories(target.getParent());
                Files.copy(in, target);
                try (FileChannel written = FileChannel.open(target, StandardOpenOption.WRITE)) {
                    written.force(false);
                }
            }
        }
    }
}
