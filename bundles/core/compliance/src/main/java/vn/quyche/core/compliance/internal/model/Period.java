package vn.quyche.core.compliance.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.SchoolCalendar;
import vn.quyche.core.api.compliance.spi.Schedule;

/**
 * One time that a duty comes again.
 *
 * @param name its name within the rule, never used twice
 * @param day the day that decides on whom it is laid
 * @param opensAt from when it may be done
 * @param dueAt when it is late
 */
public record Period(String name, LocalDate day, Instant opensAt, Instant dueAt) {

    /** A school that closes for longer than this has no next school day. */
    private static final int LONGEST_CLOSURE_DAYS = 200;

    /** The longest period: a month, or a day and the closure behind it. */
    private static final int LONGEST_DAYS = LONGEST_CLOSURE_DAYS;

    private static final int NEXT_DAYS = 1100;

    /** The periods of a schedule that belong to a day. */
    public static List<Period> of(Schedule schedule, LocalDate day, SchoolCalendar calendar) {
        if (schedule instanceof Schedule.Daily daily) {
            return daily.schoolDaysOnly() && !calendar.workingDay(day)
                    ? List.of()
                    : daily.windows().stream().map(window -> of(day, window)).toList();
        }
        if (schedule instanceof Schedule.EveryDays every) {
            long distance = ChronoUnit.DAYS.between(every.first(), day);
            return distance >= 0 && distance % every.days() == 0
                    ? List.of(of(day.toString(), day, every.due(), calendar))
                    : List.of();
        }
        if (schedule instanceof Schedule.Monthly monthly) {
            YearMonth month = YearMonth.from(day);
            return day.getDayOfMonth() == Math.min(monthly.day(), month.lengthOfMonth())
                    ? List.of(of(month.toString(), day, monthly.due(), calendar))
                    : List.of();
        }
        if (schedule instanceof Schedule.MonthEnd end) {
            return within(YearMonth.from(day).toString(), day, end.due(), calendar);
        }
        if (schedule instanceof Schedule.InMonth in) {
            return in.month() == day.getMonth()
                    ? within(String.valueOf(day.getYear()), day, in.due(), calendar)
                    : List.of();
        }
        List<MonthDay> days = ((Schedule.Yearly) schedule).days();
        return IntStream.range(0, days.size())
                .filter(i -> days.get(i).atYear(day.getYear()).equals(day))
                .mapToObj(i -> of(
                        days.size() == 1 ? String.valueOf(day.getYear()) : day.getYear() + "-" + (i + 1),
                        day,
                        ((Schedule.Yearly) schedule).due(),
                        calendar))
                .toList();
    }

    /** The periods of a rule that belong to a day. */
    public static List<Period> of(RuleCourse course, LocalDate day, SchoolCalendar calendar) {
        return course.on(day).map(schedule -> of(schedule, day, calendar)).orElse(List.of());
    }

    /** The period that ends next: it runs now, or is the first to come; empty when there is none within three years. */
    public static Optional<Period> next(Schedule schedule, Instant now, SchoolCalendar calendar) {
        return next(new RuleCourse(schedule, Map.of(), List.of()), now, calendar)
                .findFirst();
    }

    /** The periods of a rule that end next, as {@link #next(Schedule, Instant, SchoolCalendar)}, in their order. */
    public static Stream<Period> next(RuleCourse course, Instant now, SchoolCalendar calendar) {
        LocalDate today = LocalDate.ofInstant(now, VietnamTime.ZONE);
        return today.minusDays(LONGEST_DAYS)
                .datesUntil(today.plusDays(NEXT_DAYS))
                .flatMap(day -> of(course, day, calendar).stream())
                .filter(period -> period.dueAt().isAfter(now));
    }

    /** The periods that began before a day and are not due yet; windows within a day never last longer than it. */
    public static List<Period> running(RuleCourse course, LocalDate before, Instant now, SchoolCalendar calendar) {
        return before.minusDays(LONGEST_DAYS)
                .datesUntil(before)
                .filter(day -> !(course.schedule(day) instanceof Schedule.Daily))
                .flatMap(day -> of(course, day, calendar).stream())
                .filter(period -> period.dueAt().isAfter(now))
                .toList();
    }

    /** A period that begins with a month and ends on its last school day; none for any other day than the first. */
    private static List<Period> within(String name, LocalDate day, LocalTime due, SchoolCalendar calendar) {
        if (day.getDayOfMonth() != 1) {
            return List.of();
        }
        LocalDate last = YearMonth.from(day).atEndOfMonth();
        return Stream.iterate(last, one -> !one.isBefore(day), one -> one.minusDays(1))
                .filter(calendar::workingDay)
                .findFirst()
                .map(dueDay -> List.of(new Period(name, day, VietnamTime.startOf(day), at(dueDay, due))))
                .orElse(List.of());
    }

    private static Period of(LocalDate day, Schedule.Window window) {
        return new Period(day + "T" + window.from(), day, at(day, window.from()), end(day, window.to()));
    }

    private static Period of(String name, LocalDate day, LocalTime due, SchoolCalendar calendar) {
        LocalDate dueDay = Stream.iterate(day, one -> one.plusDays(1))
                .limit(LONGEST_CLOSURE_DAYS)
                .filter(calendar::workingDay)
                .findFirst()
                .orElse(day);
        return new Period(name, day, VietnamTime.startOf(day), at(dueDay, due));
    }

    private static Instant end(LocalDate day, LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? VietnamTime.startOf(day.plusDays(1)) : at(day, time);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(VietnamTime.ZONE).toInstant();
    }
}
