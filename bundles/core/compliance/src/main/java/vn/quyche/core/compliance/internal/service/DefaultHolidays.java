package vn.quyche.core.compliance.internal.service;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnameseText;
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
import vn.quyche.core.compliance.internal.store.CalendarDay;
import vn.quyche.core.compliance.internal.store.JpaCalendarStore;

/** Holidays as the office keeps them. */
@Component(service = Holidays.class)
public final class DefaultHolidays implements Holidays {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;
    private static final int MAX_NAME = 200;
    /** Further away than this from the day that was offered, a day is a slip of the finger. */
    private static final int MAX_SHIFT_DAYS = 31;

    private static final String SUBJECT = "duty.holiday";
    private static final String SWAP = "SWAP-";

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
        checkYear(year);
        List<Holiday> entered = entered(year);
        Map<LocalDate, Holiday> days = new TreeMap<>();
        Stream.of(PublicHolidays.fixed(year), entered, offered(year, entered))
                .flatMap(List::stream)
                .forEach(holiday -> days.putIfAbsent(holiday.day(), holiday));
        return days.values().stream().sorted(Comparator.comparing(Holiday::day)).toList();
    }

    @Override
    public Holiday add(
            Caller caller, LocalDate day, String name, Optional<LocalDate> madeUpOn, Optional<String> inPlaceOf) {
        return enter(caller, "duty.add-holiday", String.valueOf(day), log -> {
                    Checks checks = new Checks();
                    String checked = checks.text("name", name, 1, MAX_NAME);
                    boolean right = checkDay(checks, "day", day);
                    String proposal = right ? proposalOf(checks, day, checked, inPlaceOf) : "";
                    madeUpOn.ifPresent(other -> checkWorkingDay(checks, "madeUpOn", other));
                    checks.orThrow();
                    List<CalendarDay> days = new ArrayList<>();
                    days.add(new CalendarDay(day, checked, false, proposal));
                    madeUpOn.ifPresent(
                            other -> days.add(new CalendarDay(other, madeUp(day, checked), true, SWAP + day)));
                    return days;
                })
                .get(0);
    }

    @Override
    public Holiday addWorkingDay(Caller caller, LocalDate day, String name) {
        return enter(caller, "duty.add-working-day", String.valueOf(day), log -> {
                    Checks checks = new Checks();
                    String checked = checks.text("name", name, 1, MAX_NAME);
                    checkWorkingDay(checks, "day", day);
                    checks.orThrow();
                    return List.of(new CalendarDay(day, checked, true, ""));
                })
                .get(0);
    }

    @Override
    public List<Holiday> confirm(Caller caller, int year, List<Confirmed> days) {
        checkYear(year);
        return enter(caller, "duty.confirm-holidays", String.valueOf(year), log -> confirmed(year, days));
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
            Optional<CalendarDay> standing = day == null ? Optional.empty() : store.day(day);
            CalendarDay gone = standing.orElseThrow(() -> new NotFound("duty.holiday-not-found"));
            List<CalendarDay> all = Stream.concat(
                            Stream.of(gone),
                            store.days().values().stream()
                                    .filter(other -> other.origin().equals(SWAP + day)))
                    .toList();
            all.forEach(one -> store.remove(one.day()));
            log.changed(all.stream().map(DefaultHolidays::shown).toList(), null);
            tx.afterCommit(calendar::daysChanged);
            return null;
        });
    }

    /** Enters days in one act: all, or none. */
    private List<Holiday> enter(
            Caller caller, String action, String subject, Function<ActLog, List<CalendarDay>> work) {
        Act act = Act.on(SUBJECT, subject, action, CompliancePermissions.DUTY_CALENDAR, Scope.school());
        List<CalendarDay> wanted = new ArrayList<>();
        try {
            return acts.perform(caller, act, log -> {
                wanted.addAll(work.apply(log));
                wanted.forEach(one -> checkFree(one.day()));
                store.add(wanted);
                List<Holiday> entered =
                        wanted.stream().map(DefaultHolidays::shown).toList();
                log.changed(null, entered);
                tx.afterCommit(calendar::daysChanged);
                return entered;
            });
        } catch (PersistenceException e) {
            // Two entered the same day at once.
            wanted.forEach(one -> checkFree(one.day()));
            throw e;
        }
    }

    private List<CalendarDay> confirmed(int year, List<Confirmed> days) {
        Map<String, Holiday> offered =
                offered(year, entered(year)).stream().collect(Collectors.toMap(Holiday::proposal, Function.identity()));
        Checks checks = new Checks();
        checks.that(!days.isEmpty(), "days", "duty.nothing-to-confirm");
        Set<LocalDate> taken = new HashSet<>();
        List<CalendarDay> wanted = new ArrayList<>();
        for (Confirmed one : days) {
            Holiday holiday = offered.remove(one.proposal());
            String field = "day-" + one.proposal();
            if (holiday == null) {
                checks.add(field, "duty.not-offered", one.proposal());
                continue;
            }
            LocalDate day = one.day().orElse(holiday.day());
            checks.that(
                    day.getYear() == year && near(day, holiday),
                    field,
                    "duty.shifted-too-far",
                    holiday.name(),
                    MAX_SHIFT_DAYS);
            standing(day).ifPresent(name -> checks.add(field, "duty.holiday-exists", name));
            checks.that(taken.add(day), field, "duty.day-twice");
            wanted.add(new CalendarDay(day, holiday.name(), false, holiday.proposal()));
        }
        checks.orThrow();
        return wanted;
    }

    private List<Holiday> entered(int year) {
        return store.days().values().stream()
                .filter(one -> one.day().getYear() == year)
                .map(DefaultHolidays::shown)
                .toList();
    }

    private List<Holiday> offered(int year, List<Holiday> entered) {
        return PublicHolidays.offered(year, calendar::restsByWeek, entered);
    }

    /**
     * In place of what a day is entered: of what the office names, of what has its name, or of what is offered on the day;
     * empty text for nothing.
     */
    private String proposalOf(Checks checks, LocalDate day, String name, Optional<String> inPlaceOf) {
        List<Holiday> offered = offered(day.getYear(), entered(day.getYear()));
        if (inPlaceOf.isPresent()) {
            Optional<Holiday> named = offered.stream()
                    .filter(one -> one.proposal().equals(inPlaceOf.get()))
                    .findFirst();
            checks.that(named.isPresent(), "inPlaceOf", "duty.not-offered", inPlaceOf.get());
            named.ifPresent(one ->
                    checks.that(near(day, one), "inPlaceOf", "duty.shifted-too-far", one.name(), MAX_SHIFT_DAYS));
            return inPlaceOf.get();
        }
        String folded = VietnameseText.fold(name);
        return offered.stream()
                .filter(one -> one.day().equals(day))
                .findFirst()
                .or(() -> offered.stream()
                        .filter(one -> near(day, one)
                                && VietnameseText.fold(one.name()).equals(folded))
                        .findFirst())
                .map(Holiday::proposal)
                .orElse("");
    }

    private static boolean near(LocalDate day, Holiday offered) {
        return Math.abs(ChronoUnit.DAYS.between(day, offered.day())) <= MAX_SHIFT_DAYS;
    }

    private Optional<String> standing(LocalDate day) {
        return PublicHolidays.fixedOn(day).or(() -> store.day(day).map(CalendarDay::name));
    }

    private void checkFree(LocalDate day) {
        standing(day).ifPresent(name -> {
            throw new Conflict("duty.holiday-exists", name);
        });
    }

    private void checkWorkingDay(Checks checks, String field, LocalDate day) {
        if (checkDay(checks, field, day)) {
            checks.that(calendar.restsByWeek(day), field, "duty.works-anyway");
        }
    }

    private static boolean checkDay(Checks checks, String field, LocalDate day) {
        boolean right = day != null && day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
        checks.that(day != null, field, "core.required");
        checks.that(day == null || right, field, "duty.year-out-of-range", FIRST_YEAR, LAST_YEAR);
        return right;
    }

    private static void checkYear(int year) {
        Checks checks = new Checks();
        checks.that(year >= FIRST_YEAR && year <= LAST_YEAR, "year", "duty.year-out-of-range", FIRST_YEAR, LAST_YEAR);
        checks.orThrow();
    }

    private static String madeUp(LocalDate day, String name) {
        String text = "Làm bù cho ngày %02d/%02d: ".formatted(day.getDayOfMonth(), day.getMonthValue()) + name;
        return text.length() <= MAX_NAME ? text : text.substring(0, MAX_NAME - 1) + "…";
    }

    private static Holiday shown(CalendarDay day) {
        boolean offered = !day.working();
        return new Holiday(day.day(), day.name(), offered ? Kind.ENTERED : Kind.MADE_UP, offered ? day.origin() : "");
    }
}
