package vn.quyche.launcher.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a backup: to a file beside its place, which gets the place when everything is on the disk and was read back.
 * Whatever ends it before leaves nothing.
 */
public final class BackupWriter implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final Path place;
    private final Path part;
    private final Progress progress;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final byte[] buffer = new byte[BUFFER];
    private long files;
    private long bytes;

    /**
     * Begins it.
     *
     * @param place the file that is to be the backup; one that is there already stays until the new one is whole
     */
    public BackupWriter(Path place, Progress progress) throws IOException {
        this.place = place.toAbsolutePath();
        this.part = this.place.resolveSibling(this.place.getFileName() + ".part");
        this.progress = progress;
        Files.deleteIfExists(part);
        channel = BackupFile.create(part);
        zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        // Pictures and PDF do not get smaller, and the rest does so at any level.
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /**
     * Adds files of a folder; passes over those that are gone or in the backup already.
     *
     * @param step what this is in the eyes of whoever waits
     * @param wanted paths below the folder, which are the names in the backup
     */
    public void add(Progress.Step step, Path folder, List<String> wanted) throws IOException {
        files = 0;
        bytes = 0;
        for (String name : wanted) {
            BackupCancelled.check(progress);
            Path file = folder.resolve(name);
            if (file.equals(place) || names.contains(name)) {
                continue;
            }
            try (InputStream in = Files.newInputStream(file)) {
                add(name, in);
            } catch (NoSuchFileException gone) {
                continue;
            }
            progress.at(step, ++files, bytes);
        }
    }

    private void add(String name, InputStream in) throws IOException {
        MessageDigest digest = BackupFile.sha256();
        long size = 0;
        zip.putNextEntry(new ZipEntry(name));
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            BackupCancelled.check(progress);
            zip.write(buffer, 0, read);
            digest.update(buffer, 0, read);
            size += read;
        }
        zip.closeEntry();
        bytes += size;
        names.add(name);
        entries.add(new Manifest.Entry(name, size, HexFormat.of().formatHex(digest.digest())));
    }

    /** Writes the manifest, brings everything to the disk, reads all of it back, and gives the file its place. */
    public Manifest finish(Instant made, String version, String database) throws IOException, NoBackup {
        Manifest manifest = new Manifest(made, version, database, List.copyOf(entries));
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        channel.force(true);
        zip.close();
        try (BackupFile written = BackupFile.open(part)) {
            written.verify(progress);
        }
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return manifest;
    }

    /** Ends it: nothing is left, unless it was finished. */
    @Override
    public void close() throws IOException {
        try (OutputStream closing = zip) {
            closing.flush();
        } catch (IOException full) {
            // The disk is full, or the entry was not ended: what was written goes anyhow.
            channel.close();
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
