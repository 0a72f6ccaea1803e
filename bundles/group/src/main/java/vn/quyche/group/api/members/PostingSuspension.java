package vn.quyche.group.api.members;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The right to post, withdrawn from a person.
 *
 * @param id its id
 * @param groupId the group
 * @param personId from whom
 * @param personName the name of that person
 * @param from the first day
 * @param to the last day
 * @param caseId the case of conduct by which it was withdrawn
 * @param returnedAt when it was given back before that day
 * @param returnedBy who gave it back, empty otherwise
 * @param returnReason why, empty otherwise
 */
public record PostingSuspension(
        String id,
        String groupId,
        String personId,
        String personName,
        LocalDate from,
        LocalDate to,
        String caseId,
        Optional<Instant> returnedAt,
        String returnedBy,
        String returnReason) {

    /** Whether it still holds on a day. */
    public boolean holds(LocalDate day) {
        return returnedAt.isEmpty() && !to.isBefore(day);
    }
}
