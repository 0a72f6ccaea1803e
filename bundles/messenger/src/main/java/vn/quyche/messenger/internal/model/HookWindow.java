package vn.quyche.messenger.internal.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How old an event may be that a platform sends. Zalo repeats what was not answered after 30 seconds, 5, 15, 30 and 60
 * minutes with the timestamp of the first time: a repetition, which says so, may be older by as much.
 */
public final class HookWindow {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration LAST_RETRY = Duration.ofSeconds(30).plusMinutes(5 + 15 + 30 + 60);

    private HookWindow() {}

    /** Whether an event may be taken in, by the time that it bears. */
    public static boolean admits(Instant stamped, boolean repeated, Instant now) {
        Duration oldest = repeated ? FRESH.plus(LAST_RETRY) : FRESH;
        return !stamped.isBefore(now.minus(oldest)) && !stamped.isAfter(now.plus(FRESH));
    }
}
