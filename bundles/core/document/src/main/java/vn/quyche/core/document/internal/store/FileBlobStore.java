package vn.quyche.core.document.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.document.Blob;
import vn.quyche.core.api.document.BlobStore;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.document.internal.model.Sha256;
import vn.quyche.core.document.internal.model.VerifiedStream;

/**
 * Contents in files below {@code ${quyche.data}/blobs}, each named by its hash. A content is written to a temporary file,
 * forced to the disk and then moved to its place in one step, so that a crash leaves nothing half done.
 */
@Component(service = {BlobStore.class, FileBlobStore.class})
public final class FileBlobStore implements BlobStore {

    /** Temporary files that are older belong to uploads that were cut off. */
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(6);

    private static final int BUFFER = 64 * 1024;
    private static final long MEGABYTE = 1 << 20;
    /** So much of the disk stays free for the database, whatever comes in. */
    private static final long RESERVE = 256 * MEGABYTE;

    /** The free room is asked for once in so many bytes. */
    private static final long LOOK_EVERY = 16 * MEGABYTE;

    private final Path root;
    private final Path incoming;
    private final Clock clock;
    private final long reserve;
    /** Keeping a content again and sweeping it must not cross. */
    private final Object keeping = new Object();

    @Activate
    public FileBlobStore(BundleContext context, @Reference Clock clock) {
        this(Path.of(context.getProperty("quyche.data"), "blobs"), clock);
    }

    public FileBlobStore(Path root, Clock clock) {
        this(root, clock, RESERVE);
    }

    /** @param reserve bytes of the disk that stay free */
    FileBlobStore(Path root, Clock clock, long reserve) {
        this.reserve = reserve;
        this.root = root;
        this.incoming = root.resolve("incoming");
        this.clock = clock;
        try {
            Files.createDirectories(incoming);
        } catch (IOException e) {
            throw new Unavailable("document.storage-failed", e);
        }
    }

    /**
     * A content that has been written, but has not got its place yet.
     *
     * @param file the temporary file
     * @param blob its hash and size
     */
    public record Staged(Path file, Blob blob) {}

    @Override
    public Blob put(InputStream content, long limit) throws IOException {
        Staged staged = stage(content, limit);
        try {
            return keep(staged);
        } finally {
            discard(staged);
        }
    }

    /**
     * Writes a content to a temporary file; {@link #keep} or {@link #discard} must follow.
     *
     * @throws Invalid {@code document.too-large}
     */
    public Staged stage(InputStream content, long limit) throws IOException {
        Path file = Files.createTempFile(incoming, "upload-", ".part");
        try {
            return new Staged(file, write(content, file, limit));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Gives a staged content its place; nothing happens when it stands there already. */
    public Blob keep(Staged staged) throws IOException {
        Path place = place(staged.blob().sha256());
        synchronized (keeping) {
            if (Files.exists(place) && Files.size(place) == staged.blob().size()) {
                // Young again, so that the sweep leaves it to its new owner.
                Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
                return staged.blob();
            }
            Files.createDirectories(place.getParent());
            Files.setLastModifiedTime(staged.file(), FileTime.from(clock.instant()));
            Files.move(staged.file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        for (Path folder = place.getParent(); folder.startsWith(root); folder = folder.getParent()) {
            force(folder);
        }
        return staged.blob();
    }

    /** Throws a staged content away; nothing happens after {@link #keep} moved it. */
    public void discard(Staged staged) throws IOException {
        Files.deleteIfExists(staged.file());
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        if (!Sha256.isHash(sha256)) {
            throw new NotFound("document.no-content");
        }
        try {
            return new VerifiedStream(Files.newInputStream(place(sha256)), sha256);
        } catch (NoSuchFileException e) {
            throw new NotFound("document.no-content");
        }
    }

    /** The contents of one of the 256 first-level folders that nobody touched since an instant. */
    public List<Blob> untouched(int folder, Instant before) throws IOException {
        Path first = root.resolve(String.format("%02x", folder));
        List<Blob> found = new ArrayList<>();
        if (Files.isDirectory(first)) {
            try (Stream<Path> files = Files.walk(first)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                        found.add(new Blob(file.getFileName().toString(), Files.size(file)));
                    }
                }
            }
        }
        return found;
    }

    /** Removes a content, unless somebody kept it again since an instant. */
    public void remove(String sha256, Instant untouchedSince) throws IOException {
        Path place = place(sha256);
        synchronized (keeping) {
            if (Files.exists(place)
                    && Files.getLastModifiedTime(place).toInstant().isBefore(untouchedSince)) {
                Files.delete(place);
            }
        }
    }

    /** Removes what cut-off uploads left behind. */
    public void sweepIncoming() throws IOException {
        Instant before = clock.instant().minus(LONGEST_UPLOAD);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Where the contents are. */
    public Path root() {
        return root;
    }

    private Blob write(InputStream content, Path file, long limit) throws IOException {
        MessageDigest digest = Sha256.digest();
        long size = 0;
        long looked = -LOOK_EVERY;
        byte[] buffer = new byte[BUFFER];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new Invalid("file", "document.too-large", Math.max(1, limit / MEGABYTE));
                }
                if (size - looked >= LOOK_EVERY) {
                    requireRoom();
                    looked = size;
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            channel.force(true);
        }
        return new Blob(Sha256.hex(digest), size);
    }

    private void requireRoom() throws IOException {
        if (Files.getFileStore(root).getUsableSpace() < reserve) {
            throw new Unavailable("document.disk-full");
        }
    }

    /** Brings the entries of a folder to the disk, where the system lets a folder be opened. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows does not; there the move itself has to do.
            return;
        }
    }

    private Path place(String sha256) {
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }
}
