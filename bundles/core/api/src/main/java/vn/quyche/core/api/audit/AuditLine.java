package vn.quyche.core.api.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the audit log.
 *
 * @param id its id, sortable by time
 * @param number its place in the chain from 1 without gap; empty until it is sealed (seconds after it was written)
 * @param at when
 * @param accountId who
 * @param personId the person of the account
 * @param name the name shown at that time
 * @param door the door, a name of {@code Door}
 * @param address the client's address
 * @param correlationId the call
 * @param action what was done or attempted
 * @param subjectType the kind of thing touched
 * @param subjectId its id
 * @param outcome done or refused
 * @param code the code of the refusal, empty when done
 * @param clause the clause that refused, empty when none
 * @param before JSON before the change, empty when new or refused
 * @param after JSON after the change, empty when gone or refused
 * @param note a remark
 * @param hash hex SHA-256 over this line and the hash of the line before; empty until sealed
 */
public record AuditLine(
        String id,
        Optional<Long> number,
        Instant at,
        String accountId,
        Optional<String> personId,
        String name,
        String door,
        String address,
        String correlationId,
        String action,
        String subjectType,
        String subjectId,
        Outcome outcome,
        String code,
        String clause,
        String before,
        String after,
        String note,
        String hash) {

    /** What became of the act. */
    public enum Outcome {
        DONE,
        REFUSED
    }
}
