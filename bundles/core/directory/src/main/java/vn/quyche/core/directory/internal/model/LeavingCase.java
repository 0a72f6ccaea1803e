package vn.quyche.core.directory.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.core.api.directory.DepartureReason;
import vn.quyche.core.api.directory.Leavings.State;

/**
 * A leaving as stored; fields as in {@code Leavings.Leaving}.
 *
 * @param leftTold whether others were told that the person has left
 */
public record LeavingCase(
        String id,
        String personId,
        DepartureReason reason,
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
    public LeavingCase ended(State end, Instant at, String why) {
        return new LeavingCase(
                id,
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
    public LeavingCase employmentEnded(boolean told) {
        return new LeavingCase(
                id,
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
