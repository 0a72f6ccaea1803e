package vn.quyche.core.api.document;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Contents by hash. Below attachments; domains use {@link Attachments}.
 *
 * <p>A content is durable when {@link #put} returns; contents that no attachment names are swept after a day.
 */
@ProviderType
public interface BlobStore {

    /**
     * Stores a content while streaming it; stored once however often it comes.
     *
     * @param limit bytes that are accepted at most
     * @throws vn.quyche.core.api.error.Invalid {@code document.too-large}
     * @throws IOException when reading or writing fails; nothing is left behind
     */
    Blob put(InputStream content, long limit) throws IOException;

    /**
     * Opens a content; the stream fails at its end when the bytes no longer match the hash.
     *
     * @throws vn.quyche.core.api.error.NotFound {@code document.no-content}
     */
    InputStream open(String sha256) throws IOException;
}
