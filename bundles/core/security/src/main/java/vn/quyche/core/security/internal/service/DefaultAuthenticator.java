package vn.quyche.core.security.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.audit.AuditLog;
import vn.quyche.core.api.audit.AuditLog.Entry;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Unauthenticated;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Authenticator;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.security.internal.model.Secrets;
import vn.quyche.core.security.internal.model.Standing;
import vn.quyche.core.security.internal.store.AccountStore;
import vn.quyche.core.security.internal.store.SessionStore;
import vn.quyche.core.security.internal.store.TokenStore;

/** Passwords, sessions and tokens. Running sessions and tokens are known from memory. */
@Component
public final class DefaultAuthenticator implements Authenticator {

    private static final String SUBJECT = "security.account";
    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_AGENT = 300;
    /** How exactly the last use is written down. */
    private static final long NOTE_EVERY_MS = Duration.ofMinutes(1).toMillis();

    private final PasswordCheck passwords;
    private final AccountStore accounts;
    private final SessionStore sessions;
    private final TokenStore tokens;
    private final Standings standings;
    private final SecurityCache cache;
    private final SecuritySettings settings;
    private final AuditLog audit;
    private final Tx tx;
    private final Ids ids;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    @Activate
    public DefaultAuthenticator(
            @Reference PasswordCheck passwords,
            @Reference AccountStore accounts,
            @Reference SessionStore sessions,
            @Reference TokenStore tokens,
            @Reference Standings standings,
            @Reference SecurityCache cache,
            @Reference SecuritySettings settings,
            @Reference AuditLog audit,
            @Reference Tx tx,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.standings = standings;
        this.cache = cache;
        this.settings = settings;
        this.audit = audit;
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Caller password(Origin origin, String userName, String password) {
        AccountStore.Row account = checked(origin, userName, password);
        if (account.mustChange()) {
            throw new Unauthenticated("security.password-change-due");
        }
        return caller(origin, account.id(), account.personId(), account.name(), Optional.empty());
    }

    @Override
    public SignIn signIn(Origin origin, String userName, String password) {
        AccountStore.Row account = checked(origin, userName, password);
        Caller caller = caller(origin, account.id(), account.personId(), account.name(), Optional.empty());
        Instant now = clock.instant();
        String key = secrets.key();
        tx.run(() -> {
            sessions.add(new SessionStore.Row(
                    ids.next(),
                    Secrets.hash(key),
                    account.id(),
                    bounded(origin.address(), LONGEST_ADDRESS),
                    bounded(origin.userAgent(), LONGEST_AGENT),
                    now,
                    now,
                    now.plus(settings.longest())));
            accounts.signedIn(account.id(), now);
            audit.done(caller, entry("security.sign-in", account.id()));
        });
        return new SignIn(caller, key, account.mustChange());
    }

    private AccountStore.Row checked(Origin origin, String userName, String password) {
        try {
            return passwords
                    .check(userName, password, bounded(origin.address(), LONGEST_ADDRESS))
                    .orElseThrow(() -> new Unauthenticated("security.bad-credentials"));
        } catch (Unauthenticated e) {
            record(origin, userName, e);
            throw e;
        }
    }

    /** Of an unknown user name nothing is written: it may be a password in the wrong field. */
    private void record(Origin origin, String userName, QuycheException error) {
        String accountId =
                accounts.findByUserName(userName).map(AccountStore.Row::id).orElse("");
        Caller nobody = caller(origin, "anonymous", Optional.empty(), "anonymous", Optional.empty());
        audit.refused(nobody, entry("security.sign-in", accountId), error.code(), "");
        error.markRecorded();
    }

    @Override
    public SignIn session(Origin origin, String sessionKey) {
        String hash = Secrets.hash(sessionKey == null ? "" : sessionKey);
        Instant now = clock.instant();
        RunningSession session = cache.session(hash, this::readSession).orElseThrow(DefaultAuthenticator::ended);
        if (now.isAfter(session.endsAt()) || idle(session, hash, now)) {
            sessions.end(session.id());
            cache.forgetSession(hash);
            throw ended();
        }
        Standing account =
                standings.of(session.accountId()).filter(Standing::active).orElseThrow(DefaultAuthenticator::ended);
        if (session.use(now, NOTE_EVERY_MS)) {
            sessions.used(session.id(), now, bounded(origin.address(), LONGEST_ADDRESS));
        }
        Caller caller = caller(origin, account.accountId(), account.personId(), account.name(), Optional.empty());
        return new SignIn(caller, sessionKey, account.mustChangePassword());
    }

    /** Idle here and, as the database tells, on the other nodes. */
    private boolean idle(RunningSession session, String hash, Instant now) {
        Instant before = now.minus(settings.idle());
        return session.lastUsed().isBefore(before)
                && sessions.findByKey(hash)
                        .filter(row -> !row.lastUsedAt().isBefore(before))
                        .isEmpty();
    }

    private Optional<RunningSession> readSession(String hash) {
        return sessions.findByKey(hash).map(RunningSession::new);
    }

    private static Unauthenticated ended() {
        return new Unauthenticated("security.session-ended");
    }

    @Override
    public Caller token(Origin origin, String token) {
        TokenStore.Row known = cache.tokenOfSecret(Secrets.hash(token == null ? "" : token), tokens::findBySecret)
                .filter(row -> row.worksOn(standings.today()))
                .orElseThrow(() -> new Unauthenticated("security.bad-token"));
        Standing account = standings
                .of(known.accountId())
                .filter(Standing::active)
                .orElseThrow(() -> new Unauthenticated("security.bad-token"));
        if (cache.useToken(known.id(), clock.instant(), NOTE_EVERY_MS)) {
            tokens.used(known.id(), clock.instant());
        }
        return caller(origin, account.accountId(), account.personId(), account.name(), Optional.of(known.id()));
    }

    @Override
    public void signOut(Caller caller, String sessionKey) {
        String hash = Secrets.hash(sessionKey == null ? "" : sessionKey);
        sessions.findByKey(hash)
                .filter(session -> session.accountId().equals(caller.accountId()))
                .ifPresent(session -> tx.run(() -> {
                    sessions.end(session.id());
                    cache.changed();
                    audit.done(caller, entry("security.sign-out", session.accountId()));
                }));
    }

    private static Entry entry(String action, String accountId) {
        return new Entry(action, SUBJECT, accountId, null, null, "");
    }

    private static Caller caller(
            Origin origin, String accountId, Optional<String> personId, String name, Optional<String> credential) {
        return new Caller(
                accountId,
                personId,
                name,
                origin.door(),
                bounded(origin.address(), LONGEST_ADDRESS),
                origin.correlationId(),
                origin.locale(),
                credential);
    }

    /** What the client says, within bounds and without what databases refuse. */
    private static String bounded(String text, int max) {
        if (text == null) {
            return "";
        }
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ").strip();
        return clean.substring(0, Math.min(max, clean.length()));
    }
}
