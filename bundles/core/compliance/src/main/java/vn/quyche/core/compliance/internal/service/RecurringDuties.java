package vn.quyche.core.compliance.internal.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.QuietHours;
import vn.quyche.core.api.compliance.SchoolCalendar;
import vn.quyche.core.api.compliance.spi.DutyRule;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.compliance.internal.model.Period;
import vn.quyche.core.compliance.internal.model.ReminderPlan;
import vn.quyche.core.compliance.internal.model.RuleCourse;
import vn.quyche.core.compliance.internal.store.JpaDutyStore;
import vn.quyche.core.compliance.internal.store.JpaRuleStore;
import vn.quyche.core.compliance.internal.store.LaidDuty;

/**
 * Lays the duties of a recurring rule from the day up to which they stand for good to a few days ahead; also for days on
 * which the server did not run. Periods that have not begun follow the calendar, the decisions of the school and the holders
 * of posts until they begin.
 *
 * <p>Each day is a transaction of its own, in which the rule is locked: whoever stops in the middle goes on there, and of two
 * nodes one lays a day.
 */
@Component(service = RecurringDuties.class)
public final class RecurringDuties {

    static final int DAYS_AHEAD = 7;
    private static final String SUBJECT = "compliance.rule";
    private static final String GONE = "Lịch hoặc người được giao đã thay đổi";

    private final JpaDutyStore store;
    private final JpaRuleStore rules;
    private final Duties duties;
    private final PackRegulations regulations;
    private final SchoolCalendar calendar;
    private final Directory directory;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public RecurringDuties(
            @Reference JpaDutyStore store,
            @Reference JpaRuleStore rules,
            @Reference Duties duties,
            @Reference PackRegulations regulations,
            @Reference SchoolCalendar calendar,
            @Reference Directory directory,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.store = store;
        this.rules = rules;
        this.duties = duties;
        this.regulations = regulations;
        this.calendar = calendar;
        this.directory = directory;
        this.tx = tx;
        this.clock = clock;
    }

    /** Lays what is missing of a rule; may be called again and again. */
    public void lay(DutyRule rule) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, VietnamTime.ZONE);
        LocalDate tomorrow = today.plusDays(1);
        RuleCourse course = course(rule);
        Optional<LocalDate> settledTo = settledTo(rule);
        if (settledTo.isEmpty()) {
            begin(rule, course, now);
        }
        for (LocalDate day = settledTo.orElse(tomorrow); !day.isAfter(today); day = day.plusDays(1)) {
            LocalDate one = day;
            tx.run(() -> settle(rule, course, one, now));
        }
        for (LocalDate day = tomorrow; day.isBefore(tomorrow.plusDays(DAYS_AHEAD)); day = day.plusDays(1)) {
            LocalDate one = day;
            tx.run(() -> lead(rule, course, one, now));
        }
        tx.run(() -> move(rule, course, tomorrow, now));
    }

    /** How a rule runs by what the school has decided about it. */
    public RuleCourse course(DutyRule rule) {
        return new RuleCourse(rule.schedule(), regulations.schedules(rule.id()), rules.changes(rule.id()));
    }

    /** On whom a rule lays the duties of a day. */
    public Collection<String> people(DutyRule rule, LocalDate day) {
        if (rule.who() instanceof DutyRule.Who.Holders holders) {
            return directory.holders(holders.post(), day).stream()
                    .map(Person::id)
                    .toList();
        }
        return ((DutyRule.Who.People) rule.who()).on().apply(day);
    }

    private Optional<LocalDate> settledTo(DutyRule rule) {
        return tx.call(() -> rules.settledTo(rule.id()));
    }

    /** A rule that is new begins with the periods that run: nobody was late before there was a rule. */
    private void begin(DutyRule rule, RuleCourse course, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, VietnamTime.ZONE);
        try {
            tx.run(() -> {
                rules.settle(rule.id(), today.plusDays(1));
                today.withDayOfMonth(1).datesUntil(today.plusDays(1)).forEach(day -> {
                    for (Period period : Period.of(course, day, calendar)) {
                        if (period.dueAt().isAfter(now)) {
                            assign(rule, period, wanted(rule, period, people(rule, day)), now);
                        }
                    }
                });
            });
        } catch (PersistenceException e) {
            // Another node began with the rule at this moment.
            if (settledTo(rule).isEmpty()) {
                throw e;
            }
        }
    }

    /** Lays what is missing of a day that has come; after that it does not change any more. */
    private void settle(DutyRule rule, RuleCourse course, LocalDate day, Instant now) {
        if (rules.settledTo(rule.id()).filter(day::isBefore).isPresent()) {
            return;
        }
        List<Period> periods = Period.of(course, day, calendar);
        Collection<String> people = periods.isEmpty() ? List.of() : people(rule, day);
        if (!rules.fingerprint(rule.id(), day).equals(Optional.of(fingerprint(periods, people)))) {
            periods.forEach(period -> assign(rule, period, wanted(rule, period, people), now));
        }
        rules.settle(rule.id(), day.plusDays(1));
    }

    /** Lays what is wanted on a day ahead, and brings what was laid into line with it. */
    private void lead(DutyRule rule, RuleCourse course, LocalDate day, Instant now) {
        if (rules.settledTo(rule.id()).filter(day::isBefore).isPresent()) {
            return;
        }
        List<Period> periods = Period.of(course, day, calendar);
        Collection<String> people = periods.isEmpty() ? List.of() : people(rule, day);
        String fingerprint = fingerprint(periods, people);
        if (rules.fingerprint(rule.id(), day).equals(Optional.of(fingerprint))) {
            return;
        }
        QuietHours quiet = regulations.quietHours(now);
        Map<String, LaidDuty> laid = byKey(store.laid(SUBJECT, List.of(subject(rule, day))));
        for (Period period : periods) {
            List<NewDuty> missing = new ArrayList<>();
            for (NewDuty duty : wanted(rule, period, people)) {
                LaidDuty standing = laid.remove(duty.key());
                if (standing == null) {
                    missing.add(duty);
                } else if (standing.state() == Duty.State.WITHDRAWN
                        || !standing.dueAt().equals(duty.dueAt())) {
                    store.reopen(
                            standing.id(),
                            duty.subjectId(),
                            duty.dueAt(),
                            ReminderPlan.of(duty).first(now, quiet));
                }
            }
            assign(rule, period, missing, now);
        }
        laid.values().stream()
                .filter(duty -> duty.state() == Duty.State.OPEN)
                .forEach(duty -> store.withdraw(duty.id(), GONE, now));
        rules.laid(rule.id(), day, fingerprint);
    }

    /** Moves what has begun and is not due yet, when the calendar changed; never into the past. */
    private void move(DutyRule rule, RuleCourse course, LocalDate tomorrow, Instant now) {
        Map<String, Period> running = new HashMap<>();
        Period.running(course, tomorrow, now, calendar)
                .forEach(period -> running.put(subject(rule, period.day()), period));
        QuietHours quiet = regulations.quietHours(now);
        for (LaidDuty laid : store.laid(SUBJECT, running.keySet())) {
            Instant dueAt = running.get(laid.subjectId()).dueAt();
            if (laid.state() == Duty.State.OPEN
                    && laid.dueAt().isAfter(now)
                    && !laid.dueAt().equals(dueAt)) {
                ReminderPlan plan = ReminderPlan.of(dueAt, rule.remindBefore(), rule.escalations());
                store.reopen(laid.id(), laid.subjectId(), dueAt, plan.first(now, quiet));
            }
        }
    }

    /**
     * Lays duties of a period. A period that is named by its month or year may stand on another day, of an earlier schedule:
     * then it comes over to this one, since nobody does it twice.
     */
    private void assign(DutyRule rule, Period period, List<NewDuty> wanted, Instant now) {
        if (period.name().startsWith(period.day().toString())) {
            duties.assign(wanted);
            return;
        }
        Map<String, LaidDuty> elsewhere =
                byKey(store.laid(wanted.stream().map(NewDuty::key).toList()));
        QuietHours quiet = regulations.quietHours(now);
        List<NewDuty> missing = new ArrayList<>();
        for (NewDuty duty : wanted) {
            LaidDuty standing = elsewhere.get(duty.key());
            if (standing == null) {
                missing.add(duty);
            } else if (!standing.subjectId().equals(duty.subjectId())) {
                store.reopen(
                        standing.id(),
                        duty.subjectId(),
                        duty.dueAt(),
                        ReminderPlan.of(duty).first(now, quiet));
            }
        }
        duties.assign(missing);
    }

    private static Map<String, LaidDuty> byKey(Collection<LaidDuty> duties) {
        return new HashMap<>(duties.stream().collect(Collectors.toMap(LaidDuty::key, Function.identity())));
    }

    private static List<NewDuty> wanted(DutyRule rule, Period period, Collection<String> people) {
        return people.stream().map(person -> duty(rule, period, person)).toList();
    }

    private static NewDuty duty(DutyRule rule, Period period, String personId) {
        return new NewDuty(
                rule.key(period.name(), personId),
                rule.kind(),
                rule.clause(),
                rule.title(),
                personId,
                SUBJECT,
                subject(rule, period.day()),
                rule.link(),
                period.dueAt(),
                rule.remindBefore(),
                rule.escalations());
    }

    private static String subject(DutyRule rule, LocalDate day) {
        return rule.id() + ":" + day;
    }

    /** Stands for the periods of a day and the people on whom they are laid. */
    private static String fingerprint(List<Period> periods, Collection<String> people) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Period period : periods) {
                digest.update((period.name() + ' ' + period.dueAt() + '\n').getBytes(StandardCharsets.UTF_8));
            }
            for (String person : new TreeSet<>(people)) {
                digest.update((person + '\n').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
