package vn.quyche.core.document.internal.health;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.document.internal.store.FileBlobStore;

/** Whether contents can be written, and how much room is left for them. */
@Component
public final class StorageHealth implements HealthCheck {

    private static final long MEGABYTE = 1 << 20;
    private static final long TIGHT = 2048 * MEGABYTE;
    private static final long FULL = 256 * MEGABYTE;

    private static final Locale LOCALE = Locale.forLanguageTag("vi");

    private final FileBlobStore blobs;
    private final Messages messages;

    @Activate
    public StorageHealth(@Reference FileBlobStore blobs, @Reference Messages messages) {
        this.blobs = blobs;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "document.storage";
    }

    @Override
    public Result check() {
        try {
            long free = Files.getFileStore(blobs.root()).getUsableSpace();
            if (!Files.isWritable(blobs.root())) {
                return Result.down(text("not-writable"));
            }
            String room = text("room", free / MEGABYTE);
            if (free < FULL) {
                return Result.down(room);
            }
            return free < TIGHT ? Result.warn(room) : Result.ok(room);
        } catch (IOException e) {
            return Result.down(text("not-writable"));
        }
    }

    private String text(String what, Object... args) {
        return messages.text(LOCALE, "document.health." + what, args);
    }
}
