package vn.quyche.messenger.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A connection to a platform; its secrets are never shown.
 *
 * @param id its id
 * @param kind which interface it speaks
 * @param name what the school calls it
 * @param on whether it is used
 * @param appId the application at the platform; Zalo OA alone
 * @param accountId the official account, or the super admin of a channel; empty for a bot
 * @param polled whether events are fetched instead of awaited; bots alone
 * @param hookPath the path to which the platform sends events
 * @param tokens how its tokens stand
 * @param health what went well and what did not
 * @param createdAt when it was entered
 * @param version grows with each change by a person
 */
public record Connection(
        String id,
        ConnectionKind kind,
        String name,
        boolean on,
        String appId,
        String accountId,
        boolean polled,
        String hookPath,
        Tokens tokens,
        Health health,
        Instant createdAt,
        long version) {

    /**
     * How the tokens of an official account stand.
     *
     * @param state the state
     * @param accessUntil until when calls are accepted
     * @param refreshUntil until when the account can be refreshed without a person
     */
    public record Tokens(TokenState state, Optional<Instant> accessUntil, Optional<Instant> refreshUntil) {}

    /**
     * What went well and what did not.
     *
     * @param okAt the last call that the platform accepted
     * @param errorAt the last one that failed
     * @param error the key of what was wrong then; empty when the last call went well
     * @param detail what the platform said
     * @param hookAt when the last event came
     * @param pausedUntil until when the platform wants no calls
     * @param refused how many events were refused since the last good one: forged, or signed with another secret
     * @param refusedAt when the last of them was refused
     */
    public record Health(
            Optional<Instant> okAt,
            Optional<Instant> errorAt,
            String error,
            String detail,
            Optional<Instant> hookAt,
            Optional<Instant> pausedUntil,
            int refused,
            Optional<Instant> refusedAt) {}

    /** Whether a person should look at it. */
    public boolean troubled() {
        return on
                && (!health.error().isEmpty()
                        || tokens.state() == TokenState.REFUSED
                        || tokens.state() == TokenState.UNCERTAIN
                        || kind == ConnectionKind.ZALO_OA && tokens.state() == TokenState.NONE);
    }
}
