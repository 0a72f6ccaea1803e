package vn.quyche.core.directory.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.core.api.directory.Leavings.State;

/**
 * A leaving or joining as stored; fields as in {@code Leavings.Leaving} and {@code Joinings.Joining}.
 *
 * @param direction which of the two
 * @param reason the name of the reason in the direction's own list
 * @param lastDay the last day of a leaver, the first of a joiner
 * @param receiverId who stands for the school on the other side
 * @param leftTold whether others were told that the person has left
 */
public record HandoverCase(
        String id,
        Direction direction,
        String personId,
        String reason,
        LocalDate lastDay,
        String decisionNumber,
        String receiverId,
        State state,
        boolean employmentEnded,
        boolean leftTold,
        String openedBy,
        Instant openedAt,
        Optional<Instant> closedAt,
        String closingReason) {

    /** The case closed or cancelled. */
    public HandoverCase ended(State end, Instant at, String why) {
        return new HandoverCase(
                id,
                direction,
                personId,
                reason,
                lastDay,
                decisionNumber,
                receiverId,
                end,
                employmentEnded,
                leftTold,
                openedBy,
                openedAt,
                Optional.of(at),
                why);
    }

    /** The case after the employment ended, and after others were told or not yet. */
    public HandoverCase employmentEnded(boolean told) {
        return new HandoverCase(
                id,
                direction,
                personId,
                reason,
                lastDay,
                decisionNumber,
                receiverId,
                state,
                true,
                told,
                openedBy,
                openedAt,
                closedAt,
                closingReason);
    }
}
