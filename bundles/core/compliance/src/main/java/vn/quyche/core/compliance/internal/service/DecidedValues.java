package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.quyche.core.compliance.internal.model.DecidedValue;

/**
 * The values that the school decided, from memory: guards ask on each act. Read again after a few seconds, so that a value
 * entered on another node holds here soon.
 */
final class DecidedValues {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Supplier<List<DecidedValue>> source;
    private final Clock clock;
    private volatile Content content;

    private record Content(Map<String, NavigableMap<LocalDate, String>> byKey, Instant until) {}

    DecidedValues(Supplier<List<DecidedValue>> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** What holds on a day; empty when nothing was decided for it. */
    Optional<String> on(String key, LocalDate day) {
        NavigableMap<LocalDate, String> values = fresh().byKey().get(key);
        return values == null
                ? Optional.empty()
                : Optional.ofNullable(values.floorEntry(day)).map(Map.Entry::getValue);
    }

    /** All that was decided for a key, by the first day. */
    Map<LocalDate, String> all(String key) {
        NavigableMap<LocalDate, String> values = fresh().byKey().get(key);
        return values == null ? Map.of() : Collections.unmodifiableMap(values);
    }

    /** Reads again at the next question. */
    void forget() {
        content = null;
    }

    private Content fresh() {
        Content known = content;
        Instant now = clock.instant();
        if (known == null || !now.isBefore(known.until())) {
            known = new Content(byKey(source.get()), now.plus(FRESH));
            content = known;
        }
        return known;
    }

    private static Map<String, NavigableMap<LocalDate, String>> byKey(List<DecidedValue> values) {
        Map<String, NavigableMap<LocalDate, String>> byKey = new HashMap<>();
        values.forEach(
                one -> byKey.computeIfAbsent(one.key(), key -> new TreeMap<>()).put(one.validFrom(), one.value()));
        return byKey;
    }
}
