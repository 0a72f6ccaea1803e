package vn.quyche.core.api.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/** Files of things. The owning domain checks who may add and read. */
@ProviderType
public interface Attachments {

    /** Opens the bytes that were uploaded; called once or twice. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Screens a file and stores it. Call it before the act that uses it; the attachment belongs to nobody until
     * {@link #attach}.
     *
     * @param limit bytes that are accepted at most
     * @return the stored file with empty owner
     * @throws vn.quyche.core.api.error.Refused when screening refuses it; nothing of it is kept
     * @throws vn.quyche.core.api.error.Invalid {@code document.too-large}, {@code document.empty}
     */
    Attachment receive(Caller caller, String fileName, Source source, long limit);

    /** Gives received files to their owner, in the running transaction; only the account that brought them may. */
    void attach(Caller caller, List<String> attachmentIds, String ownerType, String ownerId);

    /** The files of a thing, in the order in which they came. */
    List<Attachment> of(String ownerType, String ownerId);

    /** One file. */
    Attachment get(String attachmentId);

    /** Opens the content of a file; verified while it is read. */
    InputStream open(Attachment attachment) throws IOException;

    /** Takes files away from their owner, in the running transaction. */
    void detach(Caller caller, List<String> attachmentIds);
}
