package vn.quyche.core.document.internal.health;

import java.io.IOException;
import java.nio.file.Files;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.document.internal.store.FileBlobStore;

/** Whether contents can be written, and how much room is left for them. */
@Component
public final class StorageHealth implements HealthCheck {

    private static final long MEGABYTE = 1 << 20;
    private static final long TIGHT = 2048 * MEGABYTE;
    private static final long FULL = 200 * MEGABYTE;

    private final FileBlobStore blobs;

    @Activate
    public StorageHealth(@Reference FileBlobStore blobs) {
        this.blobs = blobs;
    }

    @Override
    public String name() {
        return "document.storage";
    }

    @Override
    public Result check() {
        try {
            long free = Files.getFileStore(blobs.root()).getUsableSpace();
            String room = free / MEGABYTE + " MB";
            if (!Files.isWritable(blobs.root())) {
                return Result.down("The folder of stored files cannot be written: give the platform the right to it");
            }
            if (free < FULL) {
                return Result.down("Only " + room + " left for stored files: make room on the disk");
            }
            return free < TIGHT
                    ? Result.warn("Only " + room + " left for stored files: make room soon")
                    : Result.ok(room + " left for stored files");
        } catch (IOException e) {
            return Result.down("The folder of stored files cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
