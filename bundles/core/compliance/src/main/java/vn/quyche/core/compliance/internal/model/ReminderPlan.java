package vn.quyche.core.compliance.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a duty speaks up: its reminders, earliest first, and at last the moment when it is late.
 *
 * @param dueAt when it is late
 * @param before the reminders, longest before {@code dueAt} first
 */
public record ReminderPlan(Instant dueAt, List<Duration> before) {

    /**
     * A step to come.
     *
     * @param number its place in the plan
     * @param at when
     */
    public record Step(int number, Instant at) {}

    public ReminderPlan {
        before = List.copyOf(before);
    }

    /** A plan from reminders in any order; doubles and those that are not before the due time count for nothing. */
    public static ReminderPlan of(Instant dueAt, Collection<Duration> before) {
        return new ReminderPlan(
                dueAt,
                before.stream()
                        .filter(one -> !one.isNegative() && !one.isZero())
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    /** Whether the step is the one at which the duty is late. */
    public boolean late(int step) {
        return step == before.size();
    }

    /** The first step that is still to come; the one of being late always is. */
    public Step first(Instant now, QuietHours quiet) {
        int step = 0;
        while (!late(step) && !at(step).isAfter(now)) {
            step++;
        }
        return new Step(step, quiet.orAfter(at(step)));
    }

    /** The last step that is reached: several that were missed, for example while the server was off, count as one. */
    public int reached(int from, Instant now, QuietHours quiet) {
        int step = from;
        while (!late(step) && !quiet.orAfter(at(step + 1)).isAfter(now)) {
            step++;
        }
        return step;
    }

    /** The step after a step; empty after the last one. */
    public Optional<Step> after(int step, QuietHours quiet) {
        return late(step) ? Optional.empty() : Optional.of(new Step(step + 1, quiet.orAfter(at(step + 1))));
    }

    private Instant at(int step) {
        return late(step) ? dueAt : dueAt.minus(before.get(step));
    }
}
