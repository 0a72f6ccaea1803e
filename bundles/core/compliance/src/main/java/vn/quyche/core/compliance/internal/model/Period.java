package vn.quyche.core.compliance.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
        if (schedule instanceof Schedule.Yearly yearly) {
            return yearly.day().atYear(day.getYear()).equals(day)
                    ? List.of(of(String.valueOf(day.getYear()), day, yearly.due(), calendar))
                    : List.of();
        }
        throw new IllegalArgumentException("unknown schedule " + schedule);
    }

    private static Period of(LocalDate day, Schedule.Window window) {
        return new Period(day + "T" + window.from(), day, at(day, window.from()), at(day, window.to()));
    }

    private static Period of(String name, LocalDate day, LocalTime due, SchoolCalendar calendar) {
        LocalDate dueDay = Stream.iterate(day, one -> one.plusDays(1))
                .limit(LONGEST_CLOSURE_DAYS)
                .filter(calendar::workingDay)
                .findFirst()
                .orElse(day);
        return new Period(name, day, VietnamTime.startOf(day), at(dueDay, due));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(VietnamTime.ZONE).toInstant();
    }
}
