package vn.quyche.launcher.backup;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that is there. Opening it reads the manifest only; {@link #verify} reads everything. */
public final class BackupFile implements Closeable {

    private static final int BUFFER = 64 * 1024;

    /** A line for each file: this is a million of them. A foreign file that claims more is not read. */
    private static final long MAX_MANIFEST = 200L << 20;

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup.
     *
     * @throws NoBackup when it is none, or its manifest cannot be read
     */
    public static BackupFile open(Path file) throws IOException, NoBackup {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new NoBackup("is not a backup of a school, or is damaged");
        }
        try {
            return new BackupFile(zip, manifest(zip));
        } catch (IOException | NoBackup | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException, NoBackup {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null || entry.getSize() > MAX_MANIFEST) {
            throw new NoBackup("is not a backup of a school");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Manifest.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (ZipException | EOFException e) {
            throw new NoBackup("is damaged: its manifest cannot be read");
        }
    }

    /** What it says of itself. */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * Reads everything and compares it with the manifest.
     *
     * @throws NoBackup when something is missing, changed or there without being listed
     */
    public void verify(Progress progress) throws IOException, NoBackup {
        copy(progress, null);
    }

    /**
     * Writes everything into an empty folder, for its owner's eyes, comparing it with the manifest on the way.
     *
     * @throws NoBackup as {@link #verify}
     */
    public void unpack(Path folder, Progress progress) throws IOException, NoBackup {
        copy(progress, folder.toAbsolutePath().normalize());
    }

    private void copy(Progress progress, Path folder) throws IOException, NoBackup {
        Set<String> seen = new HashSet<>();
        long files = 0;
        long bytes = 0;
        for (Manifest.Entry listed : manifest.entries()) {
            BackupCancelled.check(progress);
            ZipEntry entry = zip.getEntry(listed.name());
            if (entry == null || !seen.add(listed.name())) {
                throw new NoBackup("is damaged: " + listed.name() + " is missing");
            }
            try (InputStream in = zip.getInputStream(entry);
                    OutputStream out = folder == null ? OutputStream.nullOutputStream() : open(folder, listed)) {
                copy(listed, in, out, progress);
            } catch (ZipException | EOFException e) {
                throw damaged(listed);
            }
            bytes += listed.size();
            progress.at(Progress.Step.VERIFY, ++files, bytes);
        }
        // The manifest itself is the one that is not listed.
        if (zip.size() != seen.size() + 1) {
            throw new NoBackup("is damaged: it holds files that its manifest does not list");
        }
    }

    private static void copy(Manifest.Entry listed, InputStream in, OutputStream out, Progress progress)
            throws IOException, NoBackup {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = in.read(buffer); read >= 0 && size <= listed.size(); read = in.read(buffer)) {
            BackupCancelled.check(progress);
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
            size += read;
        }
        if (size != listed.size() || !HexFormat.of().formatHex(digest.digest()).equals(listed.sha256())) {
            throw damaged(listed);
        }
    }

    private static OutputStream open(Path folder, Manifest.Entry listed) throws IOException, NoBackup {
        Path file = folder.resolve(listed.name()).normalize();
        if (!file.startsWith(folder)) {
            throw new NoBackup("is not a backup of a school: it would write to " + listed.name());
        }
        Files.createDirectories(file.getParent());
        return Channels.newOutputStream(create(file));
    }

    /** Passwords' hashes and personal data are in it: for its owner alone, where the system knows such a thing. */
    static FileChannel create(Path file) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return FileChannel.open(
                    file, options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return FileChannel.open(file, options);
    }

    private static NoBackup damaged(Manifest.Entry listed) {
        return new NoBackup("is damaged: " + listed.name() + " is not what was backed up");
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
