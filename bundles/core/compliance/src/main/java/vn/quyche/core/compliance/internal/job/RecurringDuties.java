package vn.quyche.core.compliance.internal.job;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vn.quyche.core.compliance.internal.service.PackRegulations;
import vn.quyche.core.compliance.internal.store.JpaCalendarStore;
import vn.quyche.core.compliance.internal.store.JpaDutyStore;
import vn.quyche.core.compliance.internal.store.LaidDuty;

/**
 * Lays the duties of a recurring rule from the day up to which they stand for good to a few days ahead; also for days on
 * which the server did not run. Periods that have not begun follow the calendar and the holders of posts until they begin.
 */
@Component(service = RecurringDuties.class)
public final class RecurringDuties {

    static final int DAYS_AHEAD = 7;
    private static final String SUBJECT = "compliance.rule";
    private static final String GONE = "Lịch hoặc người được giao đã thay đổi";

    private final JpaDutyStore store;
    private final JpaCalendarStore progress;
    private final Duties duties;
    private final PackRegulations regulations;
    private final SchoolCalendar calendar;
    private final Directory directory;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public RecurringDuties(
            @Reference JpaDutyStore store,
            @Reference JpaCalendarStore progress,
            @Reference Duties duties,
            @Reference PackRegulations regulations,
            @Reference SchoolCalendar calendar,
            @Reference Directory directory,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.store = store;
        this.progress = progress;
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
        tx.run(() -> {
            Optional<LocalDate> settledTo = progress.settledTo(rule.id());
            // A rule that is new begins with the periods that run: nobody was late before there was a rule.
            LocalDate from = settledTo.orElse(today.withDayOfMonth(1));
            List<NewDuty> begun = duties(rule, from, tomorrow).stream()
                    .filter(duty -> settledTo.isPresent() || duty.dueAt().isAfter(now))
                    .toList();
            duties.assign(begun);
            lead(rule, tomorrow, now);
            move(rule, tomorrow, now);
            if (!settledTo.equals(Optional.of(tomorrow))) {
                progress.settle(rule.id(), tomorrow);
            }
        });
    }

    /** The duties of the periods that belong to the days from one to before another. */
    private List<NewDuty> duties(DutyRule rule, LocalDate from, LocalDate to) {
        return from.datesUntil(to.isBefore(from) ? from : to)
                .flatMap(day -> Period.of(rule.schedule(), day, calendar).stream())
                .flatMap(period -> people(rule, period.day()).stream().map(person -> duty(rule, period, person)))
                .toList();
    }

    /** Lays what is wanted ahead, and brings what was laid into line with it. */
    private void lead(DutyRule rule, LocalDate tomorrow, Instant now) {
        LocalDate end = tomorrow.plusDays(DAYS_AHEAD);
        List<String> subjects =
                tomorrow.datesUntil(end).map(day -> subject(rule, day)).toList();
        Map<String, NewDuty> wanted = new LinkedHashMap<>();
        duties(rule, tomorrow, end).forEach(duty -> wanted.put(duty.key(), duty));
        QuietHours quiet = regulations.quietHours(now);
        for (LaidDuty laid : store.laid(SUBJECT, subjects)) {
            NewDuty duty = wanted.remove(laid.key());
            if (duty == null) {
                if (laid.state() == Duty.State.OPEN) {
                    store.withdraw(laid.id(), GONE, now);
                }
            } else if (laid.state() == Duty.State.WITHDRAWN || !laid.dueAt().equals(duty.dueAt())) {
                store.reopen(laid.id(), duty.dueAt(), ReminderPlan.of(duty).first(now, quiet));
            }
        }
        duties.assign(wanted.values());
    }

    /** Moves what has begun and is not due yet, when the calendar changed; never into the past. */
    private void move(DutyRule rule, LocalDate tomorrow, Instant now) {
        Map<String, Period> running = new HashMap<>();
        Period.running(rule.schedule(), tomorrow, now, calendar)
                .forEach(period -> running.put(subject(rule, period.day()), period));
        QuietHours quiet = regulations.quietHours(now);
        for (LaidDuty laid : store.laid(SUBJECT, running.keySet())) {
            Instant dueAt = running.get(laid.subjectId()).dueAt();
            if (laid.state() == Duty.State.OPEN
                    && laid.dueAt().isAfter(now)
                    && !laid.dueAt().equals(dueAt)) {
                ReminderPlan plan = ReminderPlan.of(dueAt, rule.remindBefore(), rule.escalations());
                store.reopen(laid.id(), dueAt, plan.first(now, quiet));
            }
        }
    }

    private Collection<String> people(DutyRule rule, LocalDate day) {
        if (rule.who() instanceof DutyRule.Who.Holders holders) {
            return directory.holders(holders.post(), day).stream()
                    .map(Person::id)
                    .toList();
        }
        return ((DutyRule.Who.People) rule.who()).on().apply(day);
    }

    private NewDuty duty(DutyRule rule, Period period, String personId) {
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
}
