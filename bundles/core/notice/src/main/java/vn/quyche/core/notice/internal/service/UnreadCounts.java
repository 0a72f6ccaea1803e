package vn.quyche.core.notice.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;

/** How many notices of each person are unread, from memory: every page shows the number. */
final class UnreadCounts {

    /** What another node changed is seen after this at the latest. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    private static final int MAX_PEOPLE = 10_000;

    private final ToIntFunction<String> source;
    private final Clock clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    private record Count(int unread, Instant until) {}

    UnreadCounts(ToIntFunction<String> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    int of(String personId) {
        Count known = counts.get(personId);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.until())) {
            return known.unread();
        }
        long before = changes.get();
        int unread = source.applyAsInt(personId);
        if (counts.size() >= MAX_PEOPLE) {
            counts.clear();
        }
        counts.put(personId, new Count(unread, now.plus(FRESH)));
        if (changes.get() != before) {
            // Something changed while it was counted: right now, but not to be kept.
            counts.remove(personId);
        }
        return unread;
    }

    void forget(Collection<String> personIds) {
        changes.incrementAndGet();
        personIds.forEach(counts::remove);
    }
}
