package vn.quyche.group.api.members;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/**
 * Operations of a group that its leader hands to members for a time. Only leader and deputies hand on, only to members, never
 * further; it ends by itself. Clauses BC.5.3 and BC.6.5.
 */
@ProviderType
public interface GroupDelegations {

    /** The longest time for which something is handed on, in days. */
    int LONGEST = 366;

    /**
     * What is entered to hand an operation on.
     *
     * @param operation what
     * @param toPersonId to whom
     * @param from the first day, not before today
     * @param to the last day
     * @param reason why, 1 to 500 characters
     */
    record NewHanding(GroupOperation operation, String toPersonId, LocalDate from, LocalDate to, String reason) {}

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param groupId the group
     * @param runningOnly only what runs or is planned
     */
    record Query(Optional<String> groupId, boolean runningOnly) {}

    /**
     * Hands an operation on.
     *
     * @return its id
     * @throws vn.quyche.core.api.error.Refused BC.5.3 {@code group.hand-to-outsider} when the receiver is no member
     * @throws vn.quyche.core.api.error.Forbidden {@code group.not-leader}
     * @throws vn.quyche.core.api.error.Conflict {@code group.handed-already} when the same runs in that time
     */
    String hand(Caller caller, String groupId, NewHanding handing, String idempotencyKey);

    /** Ends it before its last day; the leaders of the group, the receiver and the office may. */
    HandedOperation end(Caller caller, String id, String reason);

    /** What was handed on in groups that the caller may see, the newest first ({@code -given}). */
    Page<HandedOperation> list(Caller caller, Query query, PageRequest page);

    /** Whether the caller may hand operations of a group on. */
    boolean mayHand(Caller caller, String groupId);
}
