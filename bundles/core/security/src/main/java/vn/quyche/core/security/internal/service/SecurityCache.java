package vn.quyche.core.security.internal.service;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.security.internal.model.Standing;
import vn.quyche.core.security.internal.store.ChangeStore;
import vn.quyche.core.security.internal.store.TokenStore;

/**
 * What checks of permissions and sessions need, kept in memory. A change on this node is seen at once after its commit, one
 * on another node within {@value #SECONDS} seconds.
 */
@Component(service = SecurityCache.class)
public final class SecurityCache {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityCache.class);
    private static final int SECONDS = 2;

    private final Kept<String, Standing> standings = new Kept<>();
    private final Kept<String, TokenStore.Row> tokensById = new Kept<>();
    private final Kept<String, TokenStore.Row> tokensBySecret = new Kept<>();
    private final Kept<String, RunningSession> sessions = new Kept<>();
    private final Kept<String, RoleBook> roles = new Kept<>();
    private final Map<String, AtomicLong> tokenUses = new ConcurrentHashMap<>();
    private final ChangeStore changes;
    private final Tx tx;
    private final ScheduledExecutorService watch;
    private long seen;

    @Activate
    public SecurityCache(@Reference ChangeStore changes, @Reference Tx tx) {
        this.changes = changes;
        this.tx = tx;
        this.seen = changes.mark();
        this.watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "quyche-security-watch");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Stops watching. */
    @Deactivate
    public void close() {
        watch.shutdownNow();
    }

    /** Says, in the running transaction, that something changed which others may have kept. */
    void changed() {
        changes.grow();
        tx.afterCommit(this::forget);
    }

    /** Forgets everything. */
    void forget() {
        standings.forget();
        tokensById.forget();
        tokensBySecret.forget();
        sessions.forget();
        roles.forget();
    }

    Optional<Standing> standing(String accountId, Function<String, Optional<Standing>> read) {
        return standings.get(accountId, mayKeep(), read);
    }

    Optional<TokenStore.Row> token(String id, Function<String, Optional<TokenStore.Row>> read) {
        return tokensById.get(id, mayKeep(), read);
    }

    Optional<TokenStore.Row> tokenOfSecret(String hash, Function<String, Optional<TokenStore.Row>> read) {
        return tokensBySecret.get(hash, mayKeep(), read);
    }

    Optional<RunningSession> session(String keyHash, Function<String, Optional<RunningSession>> read) {
        return sessions.get(keyHash, mayKeep(), read);
    }

    RoleBook roles(Function<String, Optional<RoleBook>> read) {
        return roles.get("", mayKeep(), read).orElseThrow();
    }

    void forgetSession(String keyHash) {
        sessions.forget(keyHash);
    }

    /** Takes note of a use of a token; whether this call is the one that should write it down. */
    boolean useToken(String tokenId, Instant now, long everyMs) {
        AtomicLong last = tokenUses.computeIfAbsent(tokenId, id -> new AtomicLong());
        long before = last.get();
        return now.toEpochMilli() - before >= everyMs && last.compareAndSet(before, now.toEpochMilli());
    }

    void forgetRoles() {
        roles.forget();
    }

    /** What is read in a transaction may never be committed. */
    private boolean mayKeep() {
        return !tx.active();
    }

    private void look() {
        try {
            long mark = changes.mark();
            if (mark != seen) {
                seen = mark;
                forget();
            }
        } catch (RuntimeException e) {
            LOG.warn("Cannot see whether another node changed accounts or roles: {}", e.toString());
        }
    }
}
