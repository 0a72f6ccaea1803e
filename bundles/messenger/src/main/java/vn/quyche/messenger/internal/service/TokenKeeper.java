package vn.quyche.messenger.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.persistence.Leases;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.TokenState;
import vn.quyche.messenger.internal.provider.ProviderFailure;
import vn.quyche.messenger.internal.provider.ZaloOa;
import vn.quyche.messenger.internal.store.JpaConnectionStore;

/**
 * Keeps the tokens of official accounts. A refresh token works once, and losing the pair that it gives means that a person has
 * to authorise the school anew. Therefore:
 *
 * <ul>
 *   <li>one caller alone refreshes an account: a lease keeps the others waiting, and a mark in the database, set before the
 *       token is sent, stands even when a lease runs out, a node dies or a clock is wrong;
 *   <li>the new pair is stored in one transaction before anybody uses it;
 *   <li>a token of which nobody knows whether the platform used it up is never sent again by itself.
 * </ul>
 */
@Component(service = TokenKeeper.class)
public final class TokenKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(TokenKeeper.class);
    /** Longer than a call and its storing can take. */
    private static final Duration LEASE = Duration.ofMinutes(2);
    /** After this, whoever marked the token is gone. */
    private static final Duration STUCK = Duration.ofMinutes(5);
    /** An access token is not used within so much of its end. */
    private static final Duration MARGIN = Duration.ofMinutes(5);
    /** The refresh token lasts three months. */
    private static final Duration REFRESH_LASTS = Duration.ofDays(90);

    private static final int STORE_ATTEMPTS = 5;
    private static final int WAITS = 50;
    private static final long WAIT_MILLIS = 100;

    private final JpaConnectionStore connections;
    private final Vault vault;
    private final ZaloOa zalo;
    private final Leases leases;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public TokenKeeper(
            @Reference JpaConnectionStore connections,
            @Reference Vault vault,
            @Reference ZaloOa zalo,
            @Reference Leases leases,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.connections = connections;
        this.vault = vault;
        this.zalo = zalo;
        this.leases = leases;
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * Makes a call with an access token; when the platform says that it expired, refreshes once and makes the call again.
     * Outside of transactions only.
     *
     * @throws ProviderFailure as the call, or when there is no token to be had
     */
    public <T> T with(Connection connection, Function<String, T> call) {
        JpaConnectionStore.Pair pair = usable(connection);
        try {
            return call.apply(vault.open(pair.accessSealed()));
        } catch (ProviderFailure failure) {
            if (failure.kind() != ProviderFailure.Kind.TOKEN) {
                throw failure;
            }
            refresh(connection, pair.generation());
            return call.apply(vault.open(connections.pair(connection.id()).accessSealed()));
        }
    }

    /** Refreshes ahead of time; nothing happens when another does it now. */
    public void refreshAhead(Connection connection) {
        JpaConnectionStore.Pair pair = connections.pair(connection.id());
        if (pair.state() == TokenState.OK) {
            refresh(connection, pair.generation());
        }
    }

    /** What was in use when its node died is uncertain from now on. */
    public void settleStuck() {
        Instant now = clock.instant();
        for (String id : connections.stuckSince(now.minus(STUCK))) {
            JpaConnectionStore.Pair pair = connections.pair(id);
            if (connections.move(id, pair.generation(), TokenState.IN_USE, TokenState.UNCERTAIN, now)) {
                LOG.warn("Connection {}: nobody knows whether its refresh token was used up", id);
                connections.failed(id, now, "messenger.token-uncertain", "");
            }
        }
    }

    /** Stores a pair that a person brought or a code gave. */
    public void store(String connectionId, ZaloOa.Tokens tokens) {
        Instant now = clock.instant();
        while (true) {
            long generation = connections.pair(connectionId).generation();
            if (connections.renew(connectionId, generation, pair(tokens, generation, now), now.plus(REFRESH_LASTS))) {
                return;
            }
        }
    }

    private JpaConnectionStore.Pair usable(Connection connection) {
        JpaConnectionStore.Pair pair = connections.pair(connection.id());
        if (pair.accessSealed().isEmpty()) {
            throw new ProviderFailure(ProviderFailure.Kind.TOKEN, "messenger.not-authorised", "");
        }
        Instant now = clock.instant();
        Instant until = pair.accessUntil().orElse(Instant.EPOCH);
        if (until.isAfter(now.plus(MARGIN))) {
            return pair;
        }
        try {
            refresh(connection, pair.generation());
        } catch (ProviderFailure failure) {
            if (until.isAfter(now)) {
                // the old one still holds for minutes
                return connections.pair(connection.id());
            }
            throw failure;
        }
        return connections.pair(connection.id());
    }

    private void refresh(Connection connection, long seen) {
        if (tx.active()) {
            // the mark that the token is in use would not stand before the token is sent
            throw new IllegalStateException("Tokens are not refreshed within a transaction");
        }
        boolean held = leases.with("messenger.token:" + connection.id(), LEASE, () -> refreshHeld(connection, seen));
        if (!held) {
            await(connection.id(), seen);
        }
    }

    private void refreshHeld(Connection connection, long seen) {
        JpaConnectionStore.Pair pair = connections.pair(connection.id());
        if (pair.generation() != seen) {
            return;
        }
        if (!connections.takeRefreshToken(connection.id(), seen, clock.instant())) {
            throw unusable(connections.pair(connection.id()).state());
        }
        ZaloOa.Tokens next;
        try {
            Vault.Keys keys = vault.keys(connection.id());
            String refreshToken = vault.open(pair.refreshSealed());
            next = zalo.refresh(connection.appId(), keys.appSecret(), refreshToken);
        } catch (ProviderFailure failure) {
            TokenState then = switch (failure.kind()) {
                case NOT_SENT, LIMITED -> TokenState.OK;
                case REFUSED, TOKEN -> TokenState.REFUSED;
                case UNCERTAIN -> TokenState.UNCERTAIN;
            };
            connections.move(connection.id(), seen, TokenState.IN_USE, then, clock.instant());
            throw then == TokenState.OK ? failure : unusable(then);
        } catch (RuntimeException failure) {
            // the key that opens the secrets, or the database: nothing was sent
            connections.move(connection.id(), seen, TokenState.IN_USE, TokenState.OK, clock.instant());
            throw failure;
        }
        keep(connection.id(), seen, next);
    }

    /** The old token is used up: the new pair must not be lost to a database that is away for a moment. */
    private void keep(String connectionId, long seen, ZaloOa.Tokens tokens) {
        Instant now = clock.instant();
        JpaConnectionStore.Pair pair = pair(tokens, seen, now);
        for (int attempt = 1; ; attempt++) {
            try {
                if (!connections.renew(connectionId, seen, pair, now.plus(REFRESH_LASTS))) {
                    LOG.warn("Connection {}: a person authorised it anew while its token was refreshed", connectionId);
                }
                return;
            } catch (RuntimeException e) {
                if (attempt == STORE_ATTEMPTS) {
                    LOG.error("Connection {}: the new tokens could not be stored; authorise it again", connectionId, e);
                    throw e;
                }
                LOG.warn("Connection {}: the new tokens are not stored yet, attempt {}", connectionId, attempt, e);
                pause(WAIT_MILLIS << attempt);
            }
        }
    }

    private JpaConnectionStore.Pair pair(ZaloOa.Tokens tokens, long generation, Instant now) {
        return new JpaConnectionStore.Pair(
                TokenState.OK,
                generation,
                now,
                vault.seal(tokens.access()),
                vault.seal(tokens.refresh()),
                Optional.of(now.plus(tokens.lasts())));
    }

    /** Another refreshes: its pair is this caller's, too. */
    private void await(String connectionId, long seen) {
        for (int i = 0; i < WAITS; i++) {
            JpaConnectionStore.Pair pair = connections.pair(connectionId);
            if (pair.generation() != seen) {
                return;
            }
            if (pair.state() == TokenState.REFUSED || pair.state() == TokenState.UNCERTAIN) {
                throw unusable(pair.state());
            }
            pause(WAIT_MILLIS);
        }
        throw unusable(TokenState.IN_USE);
    }

    private static ProviderFailure unusable(TokenState state) {
        return switch (state) {
            case REFUSED -> new ProviderFailure(ProviderFailure.Kind.TOKEN, "messenger.authorisation-refused", "");
            case UNCERTAIN -> new ProviderFailure(ProviderFailure.Kind.TOKEN, "messenger.token-uncertain", "");
            case NONE -> new ProviderFailure(ProviderFailure.Kind.TOKEN, "messenger.not-authorised", "");
            case IN_USE, OK -> new ProviderFailure(ProviderFailure.Kind.NOT_SENT, "messenger.token-in-use", "");
        };
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderFailure(ProviderFailure.Kind.NOT_SENT, "messenger.token-in-use", "");
        }
    }
}
