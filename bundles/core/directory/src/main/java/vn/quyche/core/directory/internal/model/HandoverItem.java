package vn.quyche.core.directory.internal.model;

import java.time.Instant;
import java.util.Optional;
import vn.quyche.core.api.directory.Leavings.ItemState;

/**
 * One thing to hand over or to give, as stored; fields as in {@code Leavings.Item} and {@code Joinings.Item}.
 *
 * @param receiverId the other side: who receives from a leaver, who gives to a joiner
 * @param leaverConfirmedAt when the person confirmed who leaves or joins
 * @param receiverConfirmedAt when the other side confirmed
 */
public record HandoverItem(
        String id,
        String leavingId,
        String domain,
        String key,
        String clause,
        String title,
        String link,
        String receiverId,
        boolean byItself,
        Optional<Instant> leaverConfirmedAt,
        Optional<Instant> receiverConfirmedAt,
        ItemState state) {

    public boolean open() {
        return state == ItemState.OPEN;
    }

    /** Confirmed for one or both sides; settled as soon as both have. What was confirmed before stays as it was. */
    public HandoverItem confirmed(boolean byLeaver, boolean byReceiver, Instant at) {
        Optional<Instant> leaver = leaverConfirmedAt.or(() -> byLeaver ? Optional.of(at) : Optional.empty());
        Optional<Instant> receiver = receiverConfirmedAt.or(() -> byReceiver ? Optional.of(at) : Optional.empty());
        ItemState now = leaver.isPresent() && receiver.isPresent() ? ItemState.SETTLED : state;
        return new HandoverItem(
                id, leavingId, domain, key, clause, title, link, receiverId, byItself, leaver, receiver, now);
    }

    /** The same item in another state. */
    public HandoverItem in(ItemState now) {
        return new HandoverItem(
                id,
                leavingId,
                domain,
                key,
                clause,
                title,
                link,
                receiverId,
                byItself,
                leaverConfirmedAt,
                receiverConfirmedAt,
                now);
    }

    /** Another receiver; a confirmation of the one before does not count for the new one. */
    public HandoverItem receivedBy(String newReceiverId) {
        return new HandoverItem(
                id,
                leavingId,
                domain,
                key,
                clause,
                title,
                link,
                newReceiverId,
                byItself,
                leaverConfirmedAt,
                Optional.empty(),
                state);
    }
}
