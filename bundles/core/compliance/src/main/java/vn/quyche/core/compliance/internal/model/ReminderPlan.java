package vn.quyche.core.compliance.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.QuietHours;

/**
 * When a duty speaks up: its reminders, earliest first, the moment when it is late, and the steps after it.
 *
 * @param dueAt when it is late
 * @param before the reminders, longest before {@code dueAt} first
 * @param after the steps after it, shortest after {@code dueAt} first
 */
public record ReminderPlan(Instant dueAt, List<Duration> before, List<Duration> after) {

    /**
     * A step to come.
     *
     * @param number its place in the plan
     * @param at when
     */
    public record Step(int number, Instant at) {}

    public ReminderPlan {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** The plan of a duty. */
    public static ReminderPlan of(NewDuty duty) {
        return of(duty.dueAt(), duty.remindBefore(), duty.escalations());
    }

    /** A plan from steps in any order; doubles and reminders that are not before the due time count for nothing. */
    public static ReminderPlan of(Instant dueAt, Collection<Duration> before, Collection<Escalation> escalations) {
        return new ReminderPlan(
                dueAt,
                before.stream()
                        .filter(one -> !one.isNegative() && !one.isZero())
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                escalations.stream()
                        .map(Escalation::after)
                        .filter(one -> !one.isZero())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** The step at which the duty is late. */
    public int late() {
        return before.size();
    }

    /** The step that comes so long after the due time. */
    public int step(Duration afterDue) {
        return afterDue.isZero() ? late() : late() + 1 + after.indexOf(afterDue);
    }

    /** The first step that is still to come; the one of being late always is. */
    public Step first(Instant now, QuietHours quiet) {
        int step = 0;
        while (step < late() && !at(step).isAfter(now)) {
            step++;
        }
        return new Step(step, quiet.orAfter(at(step)));
    }

    /** The last step that is reached: several that were missed, for example while the server was off, are taken at once. */
    public int reached(int from, Instant now, QuietHours quiet) {
        int step = from;
        while (step < last() && !quiet.orAfter(at(step + 1)).isAfter(now)) {
            step++;
        }
        return step;
    }

    /** The step after a step; empty after the last one. */
    public Optional<Step> after(int step, QuietHours quiet) {
        return step >= last() ? Optional.empty() : Optional.of(new Step(step + 1, quiet.orAfter(at(step + 1))));
    }

    private int last() {
        return before.size() + after.size();
    }

    private Instant at(int step) {
        if (step < late()) {
            return dueAt.minus(before.get(step));
        }
        return step == late() ? dueAt : dueAt.plus(after.get(step - late() - 1));
    }
}
