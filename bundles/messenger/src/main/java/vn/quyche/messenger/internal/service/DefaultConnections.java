package vn.quyche.messenger.internal.service;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.messenger.api.Authorisation;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.ConnectionKind;
import vn.quyche.messenger.api.Connections;
import vn.quyche.messenger.api.NewConnection;
import vn.quyche.messenger.api.TokenState;
import vn.quyche.messenger.internal.provider.ProviderFailure;
import vn.quyche.messenger.internal.provider.ZaloOa;
import vn.quyche.messenger.internal.store.JpaConnectionStore;

/** The connections of the school. Platforms are called outside of transactions; what is secret stands in no audit line. */
@Component
public final class DefaultConnections implements Connections {

    /** What acts touch. */
    static final String CONNECTION = "messenger.connection";

    private static final Logger LOG = LoggerFactory.getLogger(DefaultConnections.class);
    private static final int HOOK_SECRET_BYTES = 24;
    private static final int LONGEST_TOKEN = 3000;
    /** How long pasted tokens hold is not known: they are changed soon. */
    private static final Duration PASTED = Duration.ofMinutes(30);

    private final Acts acts;
    private final Access access;
    private final JpaConnectionStore connections;
    private final Vault vault;
    private final PlatformCalls platform;
    private final TokenKeeper tokens;
    private final ZaloOa zalo;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public DefaultConnections(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaConnectionStore connections,
            @Reference Vault vault,
            @Reference PlatformCalls platform,
            @Reference TokenKeeper tokens,
            @Reference ZaloOa zalo,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.connections = connections;
        this.vault = vault;
        this.platform = platform;
        this.tokens = tokens;
        this.zalo = zalo;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<Connection> list(Caller caller, Query query, PageRequest page) {
        access.require(caller, MessengerPermissions.READ, Scope.school());
        return connections.list(query, page);
    }

    @Override
    public Connection get(Caller caller, String connectionId) {
        access.require(caller, MessengerPermissions.READ, Scope.school());
        return connections.find(connectionId).orElseThrow(() -> missing(connectionId));
    }

    @Override
    public String create(Caller caller, NewConnection entered, String idempotencyKey) {
        Act act = Act.create(CONNECTION, "messenger.create-connection", MessengerPermissions.MANAGE, Scope.school());
        return acts.performOnce(caller, idempotencyKey, act, log -> {
            NewConnection checked = ConnectionInput.checked(entered, true);
            String id = ids.next();
            String hookSecret = checked.kind() == ConnectionKind.ZALO_BOT ? newSecret() : checked.hookSecret();
            connections.insert(
                    id,
                    checked,
                    new JpaConnectionStore.Sealed(
                            vault.seal(checked.token()), vault.seal(checked.appSecret()), vault.seal(hookSecret)),
                    clock.instant());
            log.subject(id);
            log.changed(null, shown(checked));
            return id;
        });
    }

    @Override
    public Connection change(Caller caller, String connectionId, long version, NewConnection entered) {
        return acts.perform(caller, act(connectionId, "messenger.change-connection"), log -> {
            Connection before = connections.lock(connectionId).orElseThrow(() -> missing(connectionId));
            if (before.version() != version) {
                throw new Conflict("core.changed-meanwhile");
            }
            NewConnection checked = ConnectionInput.checked(
                    new NewConnection(
                            before.kind(),
                            entered.name(),
                            entered.appId(),
                            entered.accountId(),
                            entered.token(),
                            entered.appSecret(),
                            entered.hookSecret(),
                            entered.polled()),
                    false);
            JpaConnectionStore.Sealed old = connections.sealed(connectionId);
            connections.update(
                    connectionId,
                    checked,
                    new JpaConnectionStore.Sealed(
                            sealed(checked.token(), old.token()),
                            sealed(checked.appSecret(), old.appSecret()),
                            sealed(checked.hookSecret(), old.hookSecret())));
            log.changed(
                    Map.of("name", before.name(), "appId", before.appId(), "accountId", before.accountId()),
                    shown(checked));
            return connections.find(connectionId).orElseThrow();
        });
    }

    @Override
    public Connection turn(Caller caller, String connectionId, boolean on) {
        String action = on ? "messenger.turn-on" : "messenger.turn-off";
        boolean turned = acts.perform(caller, act(connectionId, action), log -> {
            Connection before = connections.lock(connectionId).orElseThrow(() -> missing(connectionId));
            if (before.on() != on) {
                connections.turn(connectionId, on);
                log.changed(Map.of("on", before.on()), Map.of("on", on));
            }
            return before.on() != on;
        });
        Connection connection = connections.find(connectionId).orElseThrow();
        if (turned && connection.kind() != ConnectionKind.ZALO_OA) {
            announce(connection);
        }
        return connections.find(connectionId).orElseThrow();
    }

    /** Where events go follows the switch; a platform that cannot be told does not hold it up. */
    private void announce(Connection connection) {
        try {
            if (connection.on()) {
                platform.greet(connection);
            } else {
                platform.farewell(connection);
            }
        } catch (ProviderFailure | Unavailable failure) {
            LOG.info(
                    "Connection {}: the platform was not told that it is switched: {}",
                    connection.id(),
                    failure.getMessage());
        }
    }

    @Override
    public String test(Caller caller, String connectionId) {
        Connection connection = permitted(caller, connectionId, "messenger.test-connection");
        try {
            return platform.greet(connection);
        } catch (ProviderFailure failure) {
            throw PlatformCalls.told(failure);
        }
    }

    @Override
    public Connection authorise(Caller caller, String connectionId, Authorisation given) {
        Connection connection = permitted(caller, connectionId, "messenger.authorise");
        if (connection.kind() != ConnectionKind.ZALO_OA) {
            throw new Conflict("messenger.not-an-account", connection.name());
        }
        tokens.store(connectionId, pair(connection, given));
        // an old error was that of the old tokens
        connections.worked(connectionId, clock.instant());
        connections.lookedAt(connectionId, Instant.EPOCH);
        return connections.find(connectionId).orElseThrow();
    }

    @Override
    public Connection retryToken(Caller caller, String connectionId) {
        return acts.perform(caller, act(connectionId, "messenger.retry-token"), log -> {
            Connection connection = connections.lock(connectionId).orElseThrow(() -> missing(connectionId));
            JpaConnectionStore.Pair pair = connections.pair(connectionId);
            if (!connections.move(
                    connectionId, pair.generation(), TokenState.UNCERTAIN, TokenState.OK, clock.instant())) {
                throw new Conflict("messenger.token-not-uncertain", connection.name());
            }
            return connections.find(connectionId).orElseThrow();
        });
    }

    private ZaloOa.Tokens pair(Connection connection, Authorisation given) {
        if (given.code().isEmpty()) {
            if (given.accessToken().isEmpty() || given.refreshToken().isEmpty()) {
                throw new Invalid("code", "messenger.code-or-tokens");
            }
            require("accessToken", given.accessToken());
            require("refreshToken", given.refreshToken());
            return new ZaloOa.Tokens(given.accessToken(), given.refreshToken(), PASTED);
        }
        require("code", given.code());
        require("codeVerifier", given.codeVerifier());
        try {
            return zalo.exchange(
                    connection.appId(), vault.keys(connection.id()).appSecret(), given.code(), given.codeVerifier());
        } catch (ProviderFailure failure) {
            throw PlatformCalls.told(failure);
        }
    }

    private static void require(String field, String token) {
        if (token.length() > LONGEST_TOKEN || !token.matches("[!-~]*")) {
            throw new Invalid(field, "messenger.bad-secret");
        }
    }

    /** Records that somebody may and does begin a call to a platform, which cannot be rolled back. */
    private Connection permitted(Caller caller, String connectionId, String action) {
        return acts.perform(
                caller,
                act(connectionId, action),
                log -> connections.find(connectionId).orElseThrow(() -> missing(connectionId)));
    }

    private String sealed(String entered, String old) {
        return entered.isEmpty() ? old : vault.seal(entered);
    }

    private String newSecret() {
        byte[] bytes = new byte[HOOK_SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Map<String, Object> shown(NewConnection connection) {
        return Map.of(
                "kind", connection.kind(),
                "name", connection.name(),
                "appId", connection.appId(),
                "accountId", connection.accountId(),
                "polled", connection.polled());
    }

    private static Act act(String connectionId, String action) {
        return Act.on(CONNECTION, connectionId, action, MessengerPermissions.MANAGE, Scope.school());
    }

    private static NotFound missing(String id) {
        return new NotFound("messenger.connection-not-found", id);
    }
}
