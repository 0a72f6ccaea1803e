package vn.quyche.signing.api;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/** Tells whether the signatures of a file hold. Anyone may ask, also a visitor; nothing of the file is kept. */
@ProviderType
public interface Verifications {

    /** Opens a file; may be called more than once. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /**
     * Checks all signatures of a file. A file that cannot be read, is too large or takes too long has a verdict as well.
     *
     * @throws vn.quyche.core.api.error.Unavailable {@code verify.busy} when others are being checked for too long
     */
    Verification verify(Caller caller, String fileName, Content content);

    /**
     * The file as it was when a signature was made.
     *
     * @param number the signature, from 1, as {@link VerifiedSignature#number}
     * @throws vn.quyche.core.api.error.NotFound {@code verify.no-revision} when there is no such signature in a PDF file
     */
    byte[] signedRevision(Caller caller, Content content, int number);

    /** The largest file that is checked, in bytes. */
    long largestFile();
}
