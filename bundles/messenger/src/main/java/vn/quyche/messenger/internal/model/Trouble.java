package vn.quyche.messenger.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.ConnectionKind;
import vn.quyche.messenger.api.TokenState;

/** Tells what of a connection does not mend itself, so that a person has to. */
public final class Trouble {

    /** Errors that stay until somebody does something. */
    private static final Set<String> LASTING = Set.of(
            "messenger.token-refused",
            "messenger.viber.no-webhook",
            "messenger.zalo.204",
            "messenger.zalo.205",
            "messenger.zalo.211",
            "messenger.zalo.224",
            "messenger.zalo.237");

    /** So long a platform may be away before somebody is told. */
    private static final Duration PASSING = Duration.ofHours(1);
    /** So long somebody who enters an account has until it is authorised. */
    private static final Duration ENTERING = Duration.ofDays(1);
    /** Fewer events than this, refused without a good one between, are somebody's trying. */
    private static final int MANY_REFUSED = 20;

    private Trouble() {}

    /** The key of what is wrong; empty when nothing is, or nothing that lasts. */
    public static Optional<String> of(Connection connection, Instant now) {
        if (!connection.on()) {
            return Optional.empty();
        }
        return token(connection, now)
                .or(() -> Optional.of(connection.health().error()).filter(error -> lasts(connection, error, now)))
                .or(() -> connection.health().refused() >= MANY_REFUSED
                        ? Optional.of("messenger.events-refused")
                        : Optional.empty());
    }

    private static Optional<String> token(Connection connection, Instant now) {
        TokenState state = connection.tokens().state();
        if (connection.kind() != ConnectionKind.ZALO_OA) {
            return Optional.empty();
        }
        return switch (state) {
            case REFUSED -> Optional.of("messenger.token-refused");
            case UNCERTAIN -> Optional.of("messenger.token-uncertain");
            case NONE ->
                connection.createdAt().plus(ENTERING).isBefore(now)
                        ? Optional.of("messenger.not-authorised")
                        : Optional.empty();
            case OK, IN_USE -> Optional.empty();
        };
    }

    private static boolean lasts(Connection connection, String error, Instant now) {
        if (error.isEmpty()) {
            return false;
        }
        Instant good = connection.health().okAt().orElse(connection.createdAt());
        return LASTING.contains(error) || good.plus(PASSING).isBefore(now);
    }
}
