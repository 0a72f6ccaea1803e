package vn.quyche.core.security.internal.model;

import java.time.Duration;

/**
 * How long sign-in is locked after failures: not at all for the first ones, then a minute, doubling up to a quarter of an
 * hour. Short enough that nobody can lock a principal out for the day, long enough that guessing leads nowhere.
 */
public enum Backoff {
    /** Failures with one user name. */
    USER_NAME(5, Duration.ofHours(24)),
    /** Failures from one address; a whole school may stand behind it. */
    ADDRESS(40, Duration.ofHours(1));

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final int free;
    private final Duration memory;

    Backoff(int free, Duration memory) {
        this.free = free;
        this.memory = memory;
    }

    /** How long a failure counts. */
    public Duration memory() {
        return memory;
    }

    /** The lock after so many failures in a row. */
    public Duration lockAfter(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration lock = FIRST.multipliedBy(1L << Math.min(failures - free, 10));
        return lock.compareTo(LONGEST) > 0 ? LONGEST : lock;
    }
}
