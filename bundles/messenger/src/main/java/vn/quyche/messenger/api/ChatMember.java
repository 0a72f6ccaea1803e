package vn.quyche.messenger.api;

import java.time.Instant;

/**
 * Somebody in a chat.
 *
 * @param userId the id on the platform, which differs from one official account to the next
 * @param name the name shown there
 * @param admin whether they administer it
 * @param state whether they are in it
 * @param personId who it is; empty while nobody has said so
 * @param changedAt when the platform last told of them
 */
public record ChatMember(String userId, String name, boolean admin, State state, String personId, Instant changedAt) {

    /** Whether somebody is in a chat. */
    public enum State {
        MEMBER,
        /** Asked to join. */
        PENDING,
        LEFT
    }
}
