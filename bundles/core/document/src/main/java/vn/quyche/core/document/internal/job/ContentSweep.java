package vn.quyche.core.document.internal.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.document.Blob;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.document.internal.store.FileBlobStore;
import vn.quyche.core.document.internal.store.JpaAttachmentStore;

/**
 * Removes what nobody wanted: received files that got no owner within a day, contents that no attachment names, and what
 * cut-off uploads left. One of the 256 folders a run, chosen by the hour, so that each run stays short.
 */
@Component
public final class ContentSweep implements Job {

    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int FOLDERS = 256;

    private final FileBlobStore blobs;
    private final JpaAttachmentStore attachments;
    private final Clock clock;

    @Activate
    public ContentSweep(
            @Reference FileBlobStore blobs, @Reference JpaAttachmentStore attachments, @Reference Clock clock) {
        this.blobs = blobs;
        this.attachments = attachments;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "document.sweep";
    }

    @Override
    public Duration every() {
        return PAUSE;
    }

    @Override
    public void run() {
        int folder = (int) (clock.millis() / PAUSE.toMillis() % FOLDERS);
        sweep(folder, clock.instant().minus(PATIENCE));
    }

    void sweep(int folder, Instant before) {
        try {
            attachments.removeUnowned(before);
            for (Blob blob : blobs.untouched(folder, before)) {
                if (!attachments.names(blob.sha256())) {
                    blobs.remove(blob.sha256(), before);
                }
            }
            blobs.sweepIncoming();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
