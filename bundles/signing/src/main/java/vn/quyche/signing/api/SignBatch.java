package vn.quyche.signing.api;

import java.time.Instant;
import java.util.Optional;

/**
 * Documents that are signed one after the other with one PIN.
 *
 * @param id its id
 * @param tokenId the token
 * @param serial its serial
 * @param personId who signs
 * @param personName the name
 * @param level the level of each signature
 * @param state where it stands
 * @param total how many documents
 * @param done how many are signed
 * @param failed how many could not be signed
 * @param stopCode why it stopped; empty otherwise
 * @param createdAt when it began
 * @param endedAt when it was done or cancelled
 */
public record SignBatch(
        String id,
        String tokenId,
        String serial,
        String personId,
        String personName,
        SignatureLevel level,
        State state,
        int total,
        int done,
        int failed,
        String stopCode,
        Instant createdAt,
        Optional<Instant> endedAt) {

    /** Where a batch stands. */
    public enum State {
        RUNNING,
        /** Goes on when the PIN is entered again: after a restart, or when the device was gone. */
        STOPPED,
        DONE,
        CANCELLED
    }

    /**
     * A document of a batch.
     *
     * @param place its place, from 0
     * @param documentId the document
     * @param sha256 the bytes that who signs has seen
     * @param state where it stands
     * @param clause the clause that refused; empty otherwise
     * @param code why it could not be signed; empty otherwise
     * @param signatureId the signature; empty before
     */
    public record Item(
            int place,
            String documentId,
            String sha256,
            ItemState state,
            String clause,
            String code,
            String signatureId) {}

    /** Where a document of a batch stands. */
    public enum ItemState {
        WAITING,
        SIGNED,
        FAILED
    }
}
