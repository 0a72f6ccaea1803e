package vn.quyche.core.compliance.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.quyche.core.api.compliance.ParameterValues;

/**
 * A recurring rule with what comes and what was decided.
 *
 * @param rule the rule
 * @param next the times to come, the nearest first
 * @param changes when it rests, ends and goes on, latest first
 * @param schedules the schedules that were decided, latest first
 */
public record RuleDetail(
        RuleView rule, List<Next> next, List<RuleChange> changes, List<ParameterValues.Value> schedules) {

    public RuleDetail {
        next = List.copyOf(next);
        changes = List.copyOf(changes);
        schedules = List.copyOf(schedules);
    }

    /**
     * A time to come.
     *
     * @param day the day that decides on whom it is laid
     * @param opensAt from when it may be done
     * @param dueAt when it is late
     * @param people on whom it is laid, as posts are held by now; empty when nobody holds the post
     */
    public record Next(LocalDate day, Instant opensAt, Instant dueAt, List<String> people) {

        public Next {
            people = List.copyOf(people);
        }
    }
}
