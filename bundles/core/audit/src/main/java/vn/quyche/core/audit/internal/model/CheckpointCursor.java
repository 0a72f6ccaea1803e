package vn.quyche.core.audit.internal.model;

import java.util.Iterator;
import java.util.Optional;

/** Goes along with a walk and knows the next checkpoint. */
final class CheckpointCursor {

    private final Iterator<Checkpoint> ascending;
    private Checkpoint next;
    private boolean contradicted;

    CheckpointCursor(Iterator<Checkpoint> ascending) {
        this.ascending = ascending;
        advance(0);
    }

    /** Whether the chain was another one at this place; told once, for all that follows was rewritten then. */
    boolean contradicts(long number, String hash) {
        if (next != null && next.number() < number) {
            advance(number - 1);
        }
        if (contradicted || next == null || next.number() != number) {
            return false;
        }
        contradicted = !next.hash().equals(hash);
        return contradicted;
    }

    /** The furthest checkpoint behind the end of the chain. */
    Optional<Checkpoint> furthestBeyond(long lastNumber) {
        advance(lastNumber);
        Checkpoint furthest = next;
        while (ascending.hasNext()) {
            Checkpoint one = ascending.next();
            if (furthest == null || one.number() > furthest.number()) {
                furthest = one;
            }
        }
        return Optional.ofNullable(furthest).filter(found -> found.number() > lastNumber);
    }

    private void advance(long behind) {
        while ((next == null || next.number() <= behind) && ascending.hasNext()) {
            next = ascending.next();
        }
        if (next != null && next.number() <= behind) {
            next = null;
        }
    }
}
