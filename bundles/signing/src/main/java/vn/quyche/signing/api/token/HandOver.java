package vn.quyche.signing.api.token;

import java.time.Instant;
import java.util.Optional;

/**
 * A token goes from one person to another; done when both have confirmed it by their own account.
 *
 * @param id its id
 * @param tokenId the token
 * @param serial the serial of the token
 * @param kind which way it goes
 * @param giverId who gives
 * @param giverName the name
 * @param receiverId who receives
 * @param receiverName the name
 * @param place where it is kept afterwards
 * @param reason why
 * @param condition what is said about the device and its PIN envelope
 * @param proposedAt when it was proposed
 * @param proposedBy who proposed it
 * @param giverAt when the giver confirmed
 * @param receiverAt when the receiver confirmed
 * @param state where it stands
 * @param number the number of the minutes, for example {@code 03/2026/BB-KS}; empty until it is done
 * @param settledAt when it was done or called off
 * @param remark why it was called off; empty otherwise
 */
public record HandOver(
        String id,
        String tokenId,
        String serial,
        Kind kind,
        String giverId,
        String giverName,
        String receiverId,
        String receiverName,
        String place,
        String reason,
        String condition,
        Instant proposedAt,
        String proposedBy,
        Optional<Instant> giverAt,
        Optional<Instant> receiverAt,
        State state,
        String number,
        Optional<Instant> settledAt,
        String remark) {

    /** Which way it goes. */
    public enum Kind {
        /** To who signs with it. */
        ISSUE,
        /** Back to the school. */
        RETURN
    }

    /** Where it stands. */
    public enum State {
        PENDING,
        DONE,
        CANCELLED
    }
}
