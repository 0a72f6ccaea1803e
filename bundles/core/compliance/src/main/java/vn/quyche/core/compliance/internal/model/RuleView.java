package vn.quyche.core.compliance.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.core.api.compliance.spi.DutyRule;
import vn.quyche.core.api.directory.Post;

/**
 * A recurring rule as it stands today.
 *
 * @param id its id
 * @param kind what has to be done
 * @param domain its bundle
 * @param clause the clause that asks for it
 * @param title one line
 * @param link where it is done
 * @param post on whose holders it is laid; empty when the bundle names the people
 * @param schedule the schedule that holds today, as text
 * @param ownSchedule the one that its bundle gives it, as text
 * @param state where it stands
 * @param restsUntil the last day of a rest; empty when there is none, or until further notice
 * @param nextDue when it is due next; empty when it is not within three years
 */
public record RuleView(
        String id,
        String kind,
        String domain,
        String clause,
        String title,
        String link,
        Optional<Post> post,
        String schedule,
        String ownSchedule,
        RuleCourse.State state,
        Optional<LocalDate> restsUntil,
        Optional<Instant> nextDue) {

    /** The rule as its course stands on a day. */
    public static RuleView of(DutyRule rule, RuleCourse course, LocalDate day, Optional<Instant> nextDue) {
        RuleCourse.State state = course.state(day);
        return new RuleView(
                rule.id(),
                rule.kind(),
                rule.id().substring(0, Math.max(0, rule.id().indexOf('.'))),
                rule.clause(),
                rule.title(),
                rule.link(),
                rule.who() instanceof DutyRule.Who.Holders holders ? Optional.of(holders.post()) : Optional.empty(),
                course.schedule(day).text(),
                rule.schedule().text(),
                state,
                state == RuleCourse.State.PAUSED ? course.change(day).flatMap(RuleChange::lastDay) : Optional.empty(),
                nextDue);
    }
}
