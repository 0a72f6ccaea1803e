package vn.quyche.messenger.api;

import java.time.Instant;

/**
 * Something that a platform told.
 *
 * @param id its id
 * @param connectionId through which connection
 * @param name what the platform calls it, for example {@code user_join_group}
 * @param happenedAt when it happened, by the platform's clock
 * @param receivedAt when it came
 * @param state where it stands
 * @param attempts how often it was worked on
 * @param error the key of the last error; empty for none
 */
public record HookEvent(
        String id,
        String connectionId,
        String name,
        Instant happenedAt,
        Instant receivedAt,
        State state,
        int attempts,
        String error) {

    /** Where it stands. */
    public enum State {
        WAITING,
        DONE,
        /** Nothing follows from it. */
        IGNORED,
        /** Given up; a person may have it worked on again. */
        DEAD
    }
}
