package vn.quyche.signing.internal.service;

import java.io.IOException;
import java.io.InputStream;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.Unavailable;

/** Signed files as they are stored: none is larger than what the engine signs, so they are read whole. */
public final class StoredFiles {

    private StoredFiles() {}

    /** The bytes of a stored file. @throws Unavailable {@code signing.file-unreadable} when the store does not give it */
    public static byte[] read(Attachments attachments, String fileId) {
        try (InputStream in = attachments.open(attachments.get(fileId))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Unavailable("signing.file-unreadable", e);
        }
    }
}
