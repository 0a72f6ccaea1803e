package vn.quyche.group.api.members;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An operation that a leader handed to a member for a time. Clauses BC.5.3 and BC.6.5.
 *
 * @param id its id
 * @param groupId the group
 * @param groupName its name when it was handed on
 * @param operation what
 * @param fromPersonId the leader
 * @param fromName the leader's name
 * @param toPersonId the member
 * @param toName the member's name
 * @param from the first day
 * @param to the last day
 * @param reason why
 * @param givenAt when it was written down
 * @param endedAt when it was ended before its last day
 * @param endedBy who ended it
 * @param state where it stands today
 */
public record HandedOperation(
        String id,
        String groupId,
        String groupName,
        GroupOperation operation,
        String fromPersonId,
        String fromName,
        String toPersonId,
        String toName,
        LocalDate from,
        LocalDate to,
        String reason,
        Instant givenAt,
        Optional<Instant> endedAt,
        String endedBy,
        State state) {

    /** Where it stands. */
    public enum State {
        PLANNED,
        RUNNING,
        /** Over: its last day is past, it was ended, or giver or receiver no longer have their place in the group. */
        ENDED
    }
}
