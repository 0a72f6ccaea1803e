package vn.quyche.core.security.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.security.Sessions;
import vn.quyche.core.security.internal.model.Secrets;
import vn.quyche.core.security.internal.store.AccountStore;
import vn.quyche.core.security.internal.store.SessionStore;

/** Shows and ends sessions. */
@Component
public final class DefaultSessions implements Sessions {

    private static final String SUBJECT = "security.session";

    private final Access access;
    private final Acts acts;
    private final SessionStore store;
    private final AccountStore accounts;
    private final Standings standings;
    private final SecuritySettings settings;
    private final SecurityCache cache;
    private final Clock clock;

    @Activate
    public DefaultSessions(
            @Reference Access access,
            @Reference Acts acts,
            @Reference SessionStore store,
            @Reference AccountStore accounts,
            @Reference Standings standings,
            @Reference SecuritySettings settings,
            @Reference SecurityCache cache,
            @Reference Clock clock) {
        this.access = access;
        this.acts = acts;
        this.store = store;
        this.accounts = accounts;
        this.standings = standings;
        this.settings = settings;
        this.cache = cache;
        this.clock = clock;
    }

    @Override
    public Page<Session> mine(Caller caller, Optional<String> sessionKey, PageRequest page) {
        if (!standings.active(caller)) {
            throw new Forbidden("core.forbidden", "security.sessions");
        }
        return sessions(Optional.of(caller.accountId()), sessionKey, page);
    }

    @Override
    public Page<Session> list(Caller caller, Optional<String> accountId, PageRequest page) {
        access.require(caller, SecurityPermissions.SESSIONS, Scope.school());
        return sessions(accountId, Optional.empty(), page);
    }

    private Page<Session> sessions(Optional<String> accountId, Optional<String> sessionKey, PageRequest page) {
        Instant now = clock.instant();
        Page<SessionStore.Row> rows = store.list(accountId, now, now.minus(settings.idle()), page);
        Map<String, AccountStore.Row> owners = accounts.findAll(rows.items().stream()
                .map(SessionStore.Row::accountId)
                .distinct()
                .toList());
        Optional<String> current = sessionKey.map(Secrets::hash);
        return rows.map(row -> new Session(
                row.id(),
                row.accountId(),
                Optional.ofNullable(owners.get(row.accountId()))
                        .map(AccountStore.Row::name)
                        .orElse(""),
                row.address(),
                row.userAgent(),
                row.startedAt(),
                row.lastUsedAt(),
                row.endsAt(),
                current.filter(row.keyHash()::equals).isPresent()));
    }

    @Override
    public void end(Caller caller, String sessionId) {
        SessionStore.Row session =
                store.find(sessionId).orElseThrow(() -> new NotFound("security.session-not-found", sessionId));
        boolean own = session.accountId().equals(caller.accountId());
        if (!own && !access.allows(caller, SecurityPermissions.SESSIONS, Scope.school())) {
            throw new NotFound("security.session-not-found", sessionId);
        }
        Act act = own
                ? Act.self(SUBJECT, sessionId, "security.end-session")
                : Act.on(SUBJECT, sessionId, "security.end-session", SecurityPermissions.SESSIONS, Scope.school());
        acts.perform(caller, act, log -> {
            store.end(sessionId);
            cache.changed();
            log.changed(Map.of("accountId", session.accountId(), "address", session.address()), null);
            return null;
        });
    }

    @Override
    public int endOthers(Caller caller, Optional<String> sessionKey) {
        return acts.perform(caller, Act.self("security.account", caller.accountId(), "security.end-sessions"), log -> {
            int ended = store.endOf(caller.accountId(), sessionKey.map(Secrets::hash));
            cache.changed();
            log.changed(null, Map.of("ended", ended));
            return ended;
        });
    }
}
