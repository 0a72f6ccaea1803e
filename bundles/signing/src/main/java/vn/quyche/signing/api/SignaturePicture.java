package vn.quyche.signing.api;

import java.time.Instant;
import java.util.Optional;

/**
 * The picture of a handwritten signature, or of the school's seal. Kept for good: what was signed with one stays explained.
 *
 * @param id its id
 * @param kind what it shows
 * @param personId whose signature it is; empty for the seal
 * @param personName the name; the school's for the seal
 * @param width how wide it is on paper, in millimetres; of a seal the real size
 * @param wide dots
 * @param high dots
 * @param fileId the stored file
 * @param sha256 its bytes
 * @param reason on what ground it was brought in
 * @param addedBy who brought it
 * @param addedAt when
 * @param endedAt since when it is not used any more
 * @param endedBy who ended it; empty while it is used
 * @param endReason why; empty while it is used
 */
public record SignaturePicture(
        String id,
        Kind kind,
        String personId,
        String personName,
        double width,
        int wide,
        int high,
        String fileId,
        String sha256,
        String reason,
        String addedBy,
        Instant addedAt,
        Optional<Instant> endedAt,
        String endedBy,
        String endReason) {

    /** What a picture shows. */
    public enum Kind {
        /** The signature of a person, blue. */
        SIGNATURE,
        /** The seal of the school, red. */
        SEAL
    }

    /** How much wider than high. */
    public double ratio() {
        return wide / (double) high;
    }

    /** The same with the name. */
    public SignaturePicture named(String name) {
        return new SignaturePicture(
                id, kind, personId, name, width, wide, high, fileId, sha256, reason, addedBy, addedAt, endedAt, endedBy,
                endReason);
    }
}
