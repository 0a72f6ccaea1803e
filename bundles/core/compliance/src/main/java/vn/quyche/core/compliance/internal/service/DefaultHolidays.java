package vn.quyche.core.compliance.internal.service;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.Holidays;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.compliance.internal.model.PublicHolidays;
import vn.quyche.core.compliance.internal.store.JpaCalendarStore;

/** Holidays as the office keeps them. */
@Component(service = Holidays.class)
public final class DefaultHolidays implements Holidays {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;
    private static final int MAX_NAME = 200;
    private static final String SUBJECT = "duty.holiday";

    private final JpaCalendarStore store;
    private final OfficeCalendar calendar;
    private final Acts acts;
    private final Tx tx;

    @Activate
    public DefaultHolidays(
            @Reference JpaCalendarStore store,
            @Reference OfficeCalendar calendar,
            @Reference Acts acts,
            @Reference Tx tx) {
        this.store = store;
        this.calendar = calendar;
        this.acts = acts;
        this.tx = tx;
    }

    @Override
    public List<Holiday> list(Caller caller, int year) {
        Checks checks = new Checks();
        checks.that(year >= FIRST_YEAR && year <= LAST_YEAR, "year", "duty.year-out-of-range", FIRST_YEAR, LAST_YEAR);
        checks.orThrow();
        Map<LocalDate, Holiday> days = new TreeMap<>();
        Stream<Holiday> entered = store.holidays().entrySet().stream()
                .filter(one -> one.getKey().getYear() == year)
                .map(one -> new Holiday(one.getKey(), one.getValue(), Kind.ENTERED));
        Stream.of(PublicHolidays.fixed(year).stream(), entered, PublicHolidays.byMoon(year).stream())
                .flatMap(one -> one)
                .forEach(holiday -> days.putIfAbsent(holiday.day(), holiday));
        return days.values().stream().sorted(Comparator.comparing(Holiday::day)).toList();
    }

    @Override
    public Holiday add(Caller caller, LocalDate day, String name) {
        Act act = Act.on(
                SUBJECT, String.valueOf(day), "duty.add-holiday", CompliancePermissions.DUTY_CALENDAR, Scope.school());
        try {
            return acts.perform(caller, act, log -> add(day, name, log));
        } catch (PersistenceException e) {
            // Two entered the same day at once.
            throw store.holiday(day)
                    .<RuntimeException>map(other -> new Conflict("duty.holiday-exists", other))
                    .orElse(e);
        }
    }

    @Override
    public void remove(Caller caller, LocalDate day) {
        Act act = Act.on(
                SUBJECT,
                String.valueOf(day),
                "duty.remove-holiday",
                CompliancePermissions.DUTY_CALENDAR,
                Scope.school());
        acts.perform(caller, act, log -> {
            Optional<String> standing = day == null ? Optional.empty() : store.holiday(day);
            String name = standing.orElseThrow(() -> new NotFound("duty.holiday-not-found"));
            store.remove(day);
            log.changed(new Holiday(day, name, Kind.ENTERED), null);
            tx.afterCommit(calendar::holidaysChanged);
            return null;
        });
    }

    private Holiday add(LocalDate day, String name, ActLog log) {
        Checks checks = new Checks();
        checks.that(day != null, "day", "core.required");
        checks.that(
                day == null || day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR,
                "day",
                "duty.year-out-of-range",
                FIRST_YEAR,
                LAST_YEAR);
        String checked = checks.text("name", name, 1, MAX_NAME);
        checks.orThrow();
        Optional<String> standing = PublicHolidays.fixedOn(day).or(() -> store.holiday(day));
        if (standing.isPresent()) {
            throw new Conflict("duty.holiday-exists", standing.get());
        }
        store.add(day, checked);
        Holiday holiday = new Holiday(day, checked, Kind.ENTERED);
        log.changed(null, holiday);
        tx.afterCommit(calendar::holidaysChanged);
        return holiday;
    }
}
