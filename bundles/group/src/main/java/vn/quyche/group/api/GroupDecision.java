package vn.quyche.group.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A decision on a group, and what the group was from its day on. Clauses TB.1, TB.3.
 *
 * @param id its id
 * @param groupId the group
 * @param place 1, 2, 3 … in its group
 * @param disposition what was decided
 * @param authority who decided; empty for what was decided before decisions were kept
 * @param decision number, date and signer of the document
 * @param reason why
 * @param lookAlikeReason why the name was confirmed although it looks like another
 * @param effectiveOn from when it holds
 * @param untilOn the day on which the next decision takes effect
 * @param into the group into which it went over
 * @param code the code of the group
 * @param name what the group was called from that day on
 * @param platform where it lived from that day on
 * @param endsOn its last day, of a temporary group
 * @param status where it stood from that day on
 * @param recordedAt when it was entered; empty for what was decided before decisions were kept
 * @param recordedBy who entered it
 * @param pending whether its day has not come yet
 * @param withdrawnAt when it was taken back before its day
 * @param withdrawnBy who took it back, empty otherwise
 * @param withdrawnReason why, empty otherwise
 */
public record GroupDecision(
        String id,
        String groupId,
        int place,
        GroupDisposition disposition,
        String authority,
        Decision decision,
        String reason,
        String lookAlikeReason,
        LocalDate effectiveOn,
        Optional<LocalDate> untilOn,
        Optional<String> into,
        String code,
        String name,
        Platform platform,
        Optional<LocalDate> endsOn,
        GroupStatus status,
        Optional<Instant> recordedAt,
        String recordedBy,
        boolean pending,
        Optional<Instant> withdrawnAt,
        String withdrawnBy,
        String withdrawnReason) {

    /** Whether the group was official on a day, as far as this decision says. */
    public boolean official(LocalDate day) {
        return status == GroupStatus.ACTIVE
                && !effectiveOn.isAfter(day)
                && untilOn.map(day::isBefore).orElse(true)
                && endsOn.map(last -> !day.isAfter(last)).orElse(true);
    }
}
