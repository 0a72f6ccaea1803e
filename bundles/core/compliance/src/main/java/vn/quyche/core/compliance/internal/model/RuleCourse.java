package vn.quyche.core.compliance.internal.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vn.quyche.core.api.compliance.spi.Schedule;

/** How a recurring rule runs over the days: its schedule by the decisions of the school, and when it rests. */
public final class RuleCourse {

    /** Where a rule stands on a day. */
    public enum State {
        RUNS,
        PAUSED,
        ENDED
    }

    private final Schedule own;
    private final NavigableMap<LocalDate, Schedule> schedules = new TreeMap<>();
    private final NavigableMap<LocalDate, RuleChange> changes = new TreeMap<>();

    /**
     * The course of a rule.
     *
     * @param own the schedule that its bundle gives it
     * @param decided what the school decided in its place, by the first day; text that is no schedule does not count
     * @param changes when it rests, ends and goes on
     */
    public RuleCourse(Schedule own, Map<LocalDate, String> decided, Collection<RuleChange> changes) {
        this.own = own;
        decided.forEach((day, text) -> {
            if (ParameterType.SCHEDULE.accepts(text)) {
                schedules.put(day, Schedule.parse(text));
            }
        });
        changes.forEach(change -> this.changes.put(change.validFrom(), change));
    }

    /** The schedule by which periods that begin on a day come; empty while the rule rests. */
    public Optional<Schedule> on(LocalDate day) {
        return state(day) == State.RUNS ? Optional.of(schedule(day)) : Optional.empty();
    }

    /** The schedule that holds on a day, also while the rule rests. */
    public Schedule schedule(LocalDate day) {
        Map.Entry<LocalDate, Schedule> decided = schedules.floorEntry(day);
        return decided == null ? own : decided.getValue();
    }

    /** Where the rule stands on a day. */
    public State state(LocalDate day) {
        return change(day)
                .map(change -> switch (change.kind()) {
                    case PAUSED -> change.lastDay().filter(day::isAfter).isPresent() ? State.RUNS : State.PAUSED;
                    case ENDED -> State.ENDED;
                    case RESUMED -> State.RUNS;
                })
                .orElse(State.RUNS);
    }

    /** The decision that holds on a day. */
    public Optional<RuleChange> change(LocalDate day) {
        return Optional.ofNullable(changes.floorEntry(day)).map(Map.Entry::getValue);
    }
}
