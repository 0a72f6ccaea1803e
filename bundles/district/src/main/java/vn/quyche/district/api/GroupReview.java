package vn.quyche.district.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A decision of the district on a group. Clause TB.3.
 *
 * @param id its id
 * @param groupId the group
 * @param outcome what was decided
 * @param number number and symbol of the document
 * @param date its date
 * @param signer who signed it
 * @param reason why
 * @param lookAlikeReason why the name was accepted although it looks like another
 * @param name what the group was called then
 * @param platform where it lived then
 * @param recordedAt when it was entered
 * @param recordedBy who entered it
 */
public record GroupReview(
        String id,
        String groupId,
        ReviewOutcome outcome,
        String number,
        Optional<LocalDate> date,
        String signer,
        String reason,
        String lookAlikeReason,
        String name,
        String platform,
        Instant recordedAt,
        String recordedBy) {}
