package vn.quyche.core.directory.internal.model;

import java.time.Instant;
import java.util.Optional;
import vn.quyche.core.api.directory.Leavings.ItemState;

/** One thing to hand over, as stored; fields as in {@code Leavings.Item}. */
public record LeavingItem(
        String id,
        String leavingId,
        String domain,
        String key,
        String clause,
        String title,
        String link,
        String receiverId,
        Optional<Instant> leaverConfirmedAt,
        Optional<Instant> receiverConfirmedAt,
        ItemState state) {

    public boolean open() {
        return state == ItemState.OPEN;
    }

    /** Confirmed for one or both sides; settled as soon as both have. What was confirmed before stays as it was. */
    public LeavingItem confirmed(boolean byLeaver, boolean byReceiver, Instant at) {
        Optional<Instant> leaver = leaverConfirmedAt.or(() -> byLeaver ? Optional.of(at) : Optional.empty());
        Optional<Instant> receiver = receiverConfirmedAt.or(() -> byReceiver ? Optional.of(at) : Optional.empty());
        ItemState now = leaver.isPresent() && receiver.isPresent() ? ItemState.SETTLED : state;
        return new LeavingItem(id, leavingId, domain, key, clause, title, link, receiverId, leaver, receiver, now);
    }

    /** The same item in another state. */
    public LeavingItem in(ItemState now) {
        return new LeavingItem(
                id,
                leavingId,
                domain,
                key,
                clause,
                title,
                link,
                receiverId,
                leaverConfirmedAt,
                receiverConfirmedAt,
                now);
    }

    /** Another receiver; a confirmation of the one before does not count for the new one. */
    public LeavingItem receivedBy(String newReceiverId) {
        return new LeavingItem(
                id,
                leavingId,
                domain,
                key,
                clause,
                title,
                link,
                newReceiverId,
                leaverConfirmedAt,
                Optional.empty(),
                state);
    }
}
