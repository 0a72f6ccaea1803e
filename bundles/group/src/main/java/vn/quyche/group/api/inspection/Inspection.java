package vn.quyche.group.api.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A report on a group and a period, without its figures. Clause BC.7.2.
 *
 * @param id its id
 * @param groupId the group
 * @param groupCode the code of the group
 * @param groupName the name of the group at the end of the period
 * @param from the first day of the period
 * @param to the last day of the period
 * @param inspectorId who made it
 * @param inspectorName the name of who made it
 * @param conclusion what the inspector concludes; may be empty in a draft
 * @param state where it stands
 * @param madeAt when it was begun
 * @param asOf until when things count: the end of the period; empty in a draft, whose figures are counted when it is opened
 * @param signedAt when it was signed
 * @param signedBy the name of who signed it; empty in a draft
 * @param hash the seal of what was signed, SHA-256; empty in a draft
 * @param version grows with each change
 */
public record Inspection(
        String id,
        String groupId,
        String groupCode,
        String groupName,
        LocalDate from,
        LocalDate to,
        String inspectorId,
        String inspectorName,
        String conclusion,
        State state,
        Instant madeAt,
        Optional<Instant> asOf,
        Optional<Instant> signedAt,
        String signedBy,
        String hash,
        long version) {

    /** Where a report stands. */
    public enum State {
        /** Figures follow what is entered late; findings are added and taken away. */
        DRAFT,
        /** Frozen and sealed. */
        SIGNED
    }

    /** Whether it is still being written. */
    public boolean draft() {
        return state == State.DRAFT;
    }
}
