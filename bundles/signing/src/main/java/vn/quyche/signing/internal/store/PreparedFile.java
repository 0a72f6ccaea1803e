package vn.quyche.signing.internal.store;

import java.util.List;
import vn.quyche.signing.api.SignatureFormat;

/**
 * The file of a signature that waits for its value, when it is no document of the register.
 *
 * @param preparationId what waits
 * @param kind the code of its kind
 * @param fileName its name
 * @param fileId the stored bytes
 * @param format in what form it is signed
 * @param lines what is shown at the upper right of the first page, before the time of signing
 */
public record PreparedFile(
        String preparationId,
        String kind,
        String fileName,
        String fileId,
        SignatureFormat format,
        List<String> lines) {}
