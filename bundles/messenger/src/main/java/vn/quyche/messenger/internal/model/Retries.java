package vn.quyche.messenger.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When something that failed is tried again: soon at first, then more and more rarely, then not at all. */
public final class Retries {

    /** Pauses between sendings: in all some four hours, after which an announcement is no longer news. */
    private static final List<Duration> SENDING = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2));

    private static final List<Duration> WORKING =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10));

    /** What waits for a person to mend a connection is given up after this. */
    public static final Duration TOO_LATE = Duration.ofHours(48);

    /** The pause while a person has to mend the connection. */
    public static final Duration MENDING = Duration.ofMinutes(15);

    private Retries() {}

    /** When a post is sent again after so many attempts; empty when it is given up. */
    public static Optional<Instant> sending(int attempts, Instant now) {
        return after(SENDING, attempts, now);
    }

    /** When an event is worked on again after so many attempts; empty when it is given up. */
    public static Optional<Instant> working(int attempts, Instant now) {
        return after(WORKING, attempts, now);
    }

    private static Optional<Instant> after(List<Duration> pauses, int attempts, Instant now) {
        return attempts > pauses.size()
                ? Optional.empty()
                : Optional.of(now.plus(pauses.get(Math.max(0, attempts - 1))));
    }
}
