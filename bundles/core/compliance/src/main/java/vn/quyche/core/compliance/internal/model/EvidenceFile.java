package vn.quyche.core.compliance.internal.model;

import java.time.Instant;
import java.util.Optional;
import vn.quyche.core.api.compliance.DaySpan;

/**
 * The evidence of a regulation for a period, put together for somebody outside.
 *
 * @param id its id
 * @param regulation the regulation: an id, or the code of a pack
 * @param title its title
 * @param days the period
 * @param state where it stands
 * @param error the code of what went wrong, empty otherwise
 * @param requestedBy the account that asked for it
 * @param requestedName its name
 * @param requestedAt when that was
 * @param endedAt when it was ready, or given up
 * @param attachmentId the file, empty until it is ready
 * @param fileName its name
 * @param bytes its size
 * @param sha256 its hash
 */
public record EvidenceFile(
        String id,
        String regulation,
        String title,
        DaySpan days,
        State state,
        String error,
        String requestedBy,
        String requestedName,
        Instant requestedAt,
        Optional<Instant> endedAt,
        String attachmentId,
        String fileName,
        long bytes,
        String sha256) {

    /** Where it stands. */
    public enum State {
        RUNNING,
        READY,
        FAILED,
        CANCELLED
    }

    /** The same, ended without a file. */
    public EvidenceFile ended(State how, String code, Instant at) {
        return new EvidenceFile(
                id,
                regulation,
                title,
                days,
                how,
                code,
                requestedBy,
                requestedName,
                requestedAt,
                Optional.of(at),
                "",
                "",
                0,
                "");
    }
}
