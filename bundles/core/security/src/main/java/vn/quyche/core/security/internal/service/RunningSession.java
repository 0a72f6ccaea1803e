package vn.quyche.core.security.internal.service;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import vn.quyche.core.security.internal.store.SessionStore;

/** A session in memory, with the time of its last use as this node knows it. */
final class RunningSession {

    private final String id;
    private final String accountId;
    private final Instant endsAt;
    private final AtomicLong lastUsedMs;

    RunningSession(SessionStore.Row row) {
        this.id = row.id();
        this.accountId = row.accountId();
        this.endsAt = row.endsAt();
        this.lastUsedMs = new AtomicLong(row.lastUsedAt().toEpochMilli());
    }

    String id() {
        return id;
    }

    String accountId() {
        return accountId;
    }

    Instant endsAt() {
        return endsAt;
    }

    Instant lastUsed() {
        return Instant.ofEpochMilli(lastUsedMs.get());
    }

    /** Takes note of a use; whether this call is the one that should write it down. */
    boolean use(Instant now, long everyMs) {
        long last = lastUsedMs.get();
        return now.toEpochMilli() - last >= everyMs && lastUsedMs.compareAndSet(last, now.toEpochMilli());
    }
}
