package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.ParameterValues.Value;
import vn.quyche.core.api.compliance.SchoolCalendar;
import vn.quyche.core.api.compliance.spi.DutyRule;
import vn.quyche.core.api.compliance.spi.Schedule;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.SortedRows;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.compliance.internal.model.ParameterType;
import vn.quyche.core.compliance.internal.model.Period;
import vn.quyche.core.compliance.internal.model.RuleChange;
import vn.quyche.core.compliance.internal.model.RuleCourse;
import vn.quyche.core.compliance.internal.model.RuleDetail;
import vn.quyche.core.compliance.internal.model.RuleQuery;
import vn.quyche.core.compliance.internal.model.RuleView;
import vn.quyche.core.compliance.internal.store.JpaRegulationStore;
import vn.quyche.core.compliance.internal.store.JpaRuleStore;

/**
 * The recurring rules as the office sees and decides them: when they are due next and on whom they are laid, another
 * schedule, a rest, an end. What is decided holds from tomorrow at the earliest, since the duties of today are laid.
 */
@Component(service = RecurringRules.class)
public final class RecurringRules {

    private static final Logger LOG = LoggerFactory.getLogger(RecurringRules.class);
    private static final SortedRows<RuleView> LIST = SortedRows.of("duty.rules", "next", RuleView::id)
            .by("next", one -> one.nextDue().map(Instant::toString).orElse("9999"))
            .by("title", one -> VietnameseText.nameSortKey(one.title()))
            .by("clause", RuleView::clause);
    private static final String SUBJECT = "duty.rule";
    private static final int NEXT = 10;
    private static final int MAX_REASON = 1000;
    private static final int MAX_DECISION = 200;
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final DutySources sources;
    private final RecurringDuties duties;
    private final JpaRuleStore store;
    private final JpaRegulationStore values;
    private final DefaultParameterValues parameters;
    private final SchoolCalendar calendar;
    private final Acts acts;
    private final Access access;
    private final Clock clock;

    @Activate
    public RecurringRules(
            @Reference DutySources sources,
            @Reference RecurringDuties duties,
            @Reference JpaRuleStore store,
            @Reference JpaRegulationStore values,
            @Reference DefaultParameterValues parameters,
            @Reference SchoolCalendar calendar,
            @Reference Acts acts,
            @Reference Access access,
            @Reference Clock clock) {
        this.sources = sources;
        this.duties = duties;
        this.store = store;
        this.values = values;
        this.parameters = parameters;
        this.calendar = calendar;
        this.acts = acts;
        this.access = access;
        this.clock = clock;
    }

    /** The rules of all running bundles, a few dozen. */
    public Page<RuleView> list(Caller caller, RuleQuery query, PageRequest page) {
        SortedRows.Query<RuleView> wanted = LIST.query(page);
        require(caller);
        return wanted.page(all().filter(one -> matches(query, one)));
    }

    /** The bundles that have rules now, by name. */
    public List<String> domains(Caller caller) {
        require(caller);
        return all().map(RuleView::domain).distinct().sorted().toList();
    }

    /** One rule. */
    public RuleDetail get(Caller caller, String ruleId) {
        require(caller);
        return with(ruleId, (rule, today) -> detail(rule, duties.course(rule), today));
    }

    /**
     * The times that a schedule would bring from a day on; nothing changes.
     *
     * @throws vn.quyche.core.api.error.Invalid when it is no schedule, or the day is past
     */
    public List<RuleDetail.Next> preview(Caller caller, String ruleId, String schedule, LocalDate validFrom) {
        require(caller);
        return with(ruleId, (rule, today) -> {
            Checks checks = new Checks();
            String text = checkedSchedule(checks, rule, schedule);
            checkDay(checks, validFrom, today);
            checks.orThrow();
            Map<LocalDate, String> schedules = new TreeMap<>();
            schedules.put(validFrom, text);
            RuleCourse course = new RuleCourse(duties.course(rule).schedule(today), schedules, List.of());
            return next(rule, course);
        });
    }

    /** Gives a rule another schedule from a day on; it is the value of a parameter of its clause. */
    public Value changeSchedule(Caller caller, String ruleId, String schedule, LocalDate validFrom, String decision) {
        return decide(caller, ruleId, "duty.change-schedule", (rule, log) -> {
            LocalDate today = VietnamTime.today(clock);
            Checks checks = new Checks();
            String text = checkedSchedule(checks, rule, schedule);
            String why = checks.text("decision", decision, 1, MAX_DECISION);
            checkDay(checks, validFrom, today);
            checks.orThrow();
            String before = duties.course(rule).schedule(validFrom).text();
            Value value = parameters.enter(ScheduleParameter.key(rule.id()), text, validFrom, why, caller.name());
            log.changed(Map.of("schedule", before), value);
            log.note(why);
            return value;
        });
    }

    /**
     * Lets a rule rest.
     *
     * @param lastDay the last day of the rest; empty for until further notice
     */
    public RuleChange pause(
            Caller caller, String ruleId, LocalDate validFrom, Optional<LocalDate> lastDay, String reason) {
        return change(caller, ruleId, "duty.pause-rule", RuleChange.Kind.PAUSED, validFrom, lastDay, reason);
    }

    /** Lets a rule that rests or ended go on. */
    public RuleChange resume(Caller caller, String ruleId, LocalDate validFrom, String reason) {
        return change(caller, ruleId, "duty.resume-rule", RuleChange.Kind.RESUMED, validFrom, Optional.empty(), reason);
    }

    /** Ends a rule. */
    public RuleChange end(Caller caller, String ruleId, LocalDate validFrom, String reason) {
        return change(caller, ruleId, "duty.end-rule", RuleChange.Kind.ENDED, validFrom, Optional.empty(), reason);
    }

    private RuleChange change(
            Caller caller,
            String ruleId,
            String action,
            RuleChange.Kind kind,
            LocalDate validFrom,
            Optional<LocalDate> lastDay,
            String reason) {
        return decide(caller, ruleId, action, (rule, log) -> {
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 1, MAX_REASON);
            checkDay(checks, validFrom, VietnamTime.today(clock));
            lastDay.ifPresent(last -> checks.that(
                    validFrom == null || !last.isBefore(validFrom) && !last.isAfter(LAST_DAY),
                    "lastDay",
                    "duty.rule-ends-before-it-begins"));
            checks.orThrow();
            RuleCourse course = duties.course(rule);
            RuleCourse.State state = course.state(validFrom);
            boolean runs = state == RuleCourse.State.RUNS;
            if (kind == RuleChange.Kind.RESUMED ? runs : state == RuleCourse.State.ENDED) {
                throw new Conflict(runs ? "duty.rule-runs" : "duty.rule-ended", rule.title());
            }
            RuleChange change =
                    new RuleChange(rule.id(), validFrom, kind, lastDay, why, caller.name(), clock.instant());
            store.put(change);
            log.changed(Map.of("state", state), change);
            log.note(why);
            return change;
        });
    }

    /** What is decided holds at once for the duties that were laid ahead; the job would only come to it later. */
    private <T> T decide(Caller caller, String ruleId, String action, BiFunction<DutyRule, ActLog, T> work) {
        Act act = Act.on(SUBJECT, ruleId, action, CompliancePermissions.REGULATION_EDIT, Scope.school());
        if (!access.allows(caller, CompliancePermissions.REGULATION_EDIT, Scope.school())) {
            return acts.perform(caller, act, log -> {
                throw notFound();
            });
        }
        return with(ruleId, (rule, today) -> {
            T decided = acts.perform(caller, act, log -> work.apply(rule, log));
            try {
                duties.lay(rule);
            } catch (RuntimeException e) {
                LOG.error("The recurring duty {} could not be laid anew", rule.id(), e);
            }
            return decided;
        });
    }

    private <T> T with(String ruleId, BiFunction<DutyRule, LocalDate, T> work) {
        LocalDate today = VietnamTime.today(clock);
        return sources
                .each(rule -> rule.id().equals(ruleId) ? Optional.of(work.apply(rule, today)) : Optional.<T>empty())
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(RecurringRules::notFound);
    }

    private Stream<RuleView> all() {
        LocalDate today = VietnamTime.today(clock);
        return sources.each(rule -> view(rule, duties.course(rule), today)).stream();
    }

    private RuleView view(DutyRule rule, RuleCourse course, LocalDate today) {
        Optional<Instant> due =
                Period.next(course, clock.instant(), calendar).findFirst().map(Period::dueAt);
        return RuleView.of(rule, course, today, due);
    }

    private RuleDetail detail(DutyRule rule, RuleCourse course, LocalDate today) {
        List<RuleChange> changes = store.changes(rule.id());
        return new RuleDetail(
                view(rule, course, today),
                next(rule, course),
                changes.stream()
                        .sorted(Comparator.comparing(RuleChange::validFrom).reversed())
                        .toList(),
                values.history(ScheduleParameter.key(rule.id())));
    }

    private List<RuleDetail.Next> next(DutyRule rule, RuleCourse course) {
        return Period.next(course, clock.instant(), calendar)
                .limit(NEXT)
                .map(period -> new RuleDetail.Next(
                        period.day(), period.opensAt(), period.dueAt(), List.copyOf(duties.people(rule, period.day()))))
                .toList();
    }

    private static String checkedSchedule(Checks checks, DutyRule rule, String schedule) {
        String text = checks.text("schedule", schedule, 1, ParameterType.MAX_TEXT);
        boolean right = ScheduleParameter.of(rule).accepts(text);
        checks.that(text.isEmpty() || right, "schedule", "compliance.bad-value.schedule");
        return right ? Schedule.parse(text).text() : "";
    }

    private static void checkDay(Checks checks, LocalDate day, LocalDate today) {
        checks.that(day != null, "validFrom", "core.required");
        checks.that(
                day == null || day.isAfter(today) && !day.isAfter(LAST_DAY), "validFrom", "duty.rule-from-tomorrow");
    }

    private static boolean matches(RuleQuery query, RuleView one) {
        return query.domain().filter(domain -> !domain.equals(one.domain())).isEmpty()
                && query.state().filter(state -> state != one.state()).isEmpty()
                && query.post()
                        .filter(post -> !one.post().equals(Optional.of(post)))
                        .isEmpty()
                && query.text()
                        .map(VietnameseText::fold)
                        .filter(text -> !VietnameseText.fold(one.title()).contains(text)
                                && !VietnameseText.fold(one.clause()).contains(text)
                                && !VietnameseText.fold(one.id()).contains(text))
                        .isEmpty();
    }

    private void require(Caller caller) {
        access.require(caller, CompliancePermissions.DUTY_READ, Scope.school());
    }

    private static NotFound notFound() {
        return new NotFound("duty.rule-not-found");
    }
}
