package vn.quyche.core.document.internal.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.document.BlobStore;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.document.internal.store.JpaAttachmentStore;
import vn.quyche.core.document.internal.store.JpaAttachmentStore.Stats;

/** Looks after the stored contents: counts them, reads each again and compares it with its hash. */
@Component(service = ContentCheck.class)
public final class ContentCheck {

    private static final int BATCH = 500;

    private final BlobStore blobs;
    private final JpaAttachmentStore store;
    private final Access access;

    @Activate
    public ContentCheck(@Reference BlobStore blobs, @Reference JpaAttachmentStore store, @Reference Access access) {
        this.blobs = blobs;
        this.store = store;
        this.access = access;
    }

    /**
     * What was found.
     *
     * @param contents how many contents were read
     * @param broken the hashes of those that are missing or altered
     */
    public record Result(long contents, List<String> broken) {}

    /** Counts; takes {@code document:operate}. */
    public Stats stats(Caller caller) {
        access.require(caller, DocumentPermissions.OPERATE, Scope.school());
        return store.stats();
    }

    /** Checks all contents; takes {@code document:operate}. */
    public Result run(Caller caller) {
        access.require(caller, DocumentPermissions.OPERATE, Scope.school());
        long contents = 0;
        List<String> broken = new ArrayList<>();
        String after = "";
        List<String> batch;
        do {
            batch = store.contents(after, BATCH);
            for (String hash : batch) {
                contents++;
                if (!whole(hash)) {
                    broken.add(hash);
                }
                after = hash;
            }
        } while (batch.size() == BATCH);
        return new Result(contents, broken);
    }

    private boolean whole(String hash) {
        try (InputStream content = blobs.open(hash)) {
            content.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException | NotFound e) {
            return false;
        }
    }
}
