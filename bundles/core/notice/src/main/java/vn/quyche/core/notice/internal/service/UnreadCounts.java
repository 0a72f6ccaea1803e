package vn.quyche.core.notice.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/** How many notices of each person are unread, from memory: every page shows the number. */
final class UnreadCounts {

    /** What another node changed is seen after this at the latest. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    private static final int MAX_PEOPLE = 10_000;

    private final ToIntFunction<String> source;
    private final Clock clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    /** Counts what was forgotten; guarded by this. */
    private long changes;

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
        long before = changes();
        int unread = source.applyAsInt(personId);
        keep(personId, new Count(unread, now.plus(FRESH)), before);
        return unread;
    }

    private synchronized long changes() {
        return changes;
    }

    /** What changed while it was counted was right then, but is not to be kept: nobody may see it for a moment either. */
    private synchronized void keep(String personId, Count count, long before) {
        if (changes != before) {
            return;
        }
        if (counts.size() >= MAX_PEOPLE) {
            counts.clear();
        }
        counts.put(personId, count);
    }

    synchronized void forget(Collection<String> personIds) {
        changes++;
        personIds.forEach(counts::remove);
    }
}
