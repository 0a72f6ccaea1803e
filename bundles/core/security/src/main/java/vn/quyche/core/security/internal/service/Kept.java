package vn.quyche.core.security.internal.service;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What was read from the database, until it changes.
 *
 * <p>A value that was being read while everything was forgotten is given out, but not kept: it may be of before the change.
 */
final class Kept<K, V> {

    private static final int MOST = 20_000;

    private final ConcurrentMap<K, V> values = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    /**
     * The value of a key, kept or read now.
     *
     * @param mayKeep whether a value read now may be kept
     */
    Optional<V> get(K key, boolean mayKeep, Function<K, Optional<V>> read) {
        V kept = values.get(key);
        if (kept != null) {
            return Optional.of(kept);
        }
        long before = generation.get();
        Optional<V> fresh = read.apply(key);
        if (mayKeep && fresh.isPresent()) {
            if (values.size() >= MOST) {
                values.clear();
            }
            values.put(key, fresh.get());
            if (generation.get() != before) {
                values.remove(key);
            }
        }
        return fresh;
    }

    void forget(K key) {
        generation.incrementAndGet();
        values.remove(key);
    }

    void forget() {
        generation.incrementAndGet();
        values.clear();
    }
}
