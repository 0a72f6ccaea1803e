package vn.quyche.core.compliance.internal.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What happened about a clause in some time.
 *
 * @param done duties done in time
 * @param late duties done after they were due
 * @param missed duties that were due and are open
 * @param kept other evidence that the clause is kept
 * @param refused attempts that a guard refused
 * @param violations what broke the clause
 * @param lastAt when the last of it happened
 */
public record Tally(
        long done, long late, long missed, long kept, long refused, long violations, Optional<Instant> lastAt) {

    /** Nothing happened. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, Optional.empty());

    /** Duties that were due. */
    public long due() {
        return done + late + missed;
    }

    /** Everything that proves that the clause is kept. */
    public long evidence() {
        return done + late + kept + refused;
    }

    /** Whether nothing happened at all. */
    public boolean none() {
        return due() + kept + refused + violations == 0;
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                done + other.done,
                late + other.late,
                missed + other.missed,
                kept + other.kept,
                refused + other.refused,
                violations + other.violations,
                later(lastAt, other.lastAt));
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isAfter(other.get()) ? one : other;
    }
}
