package vn.quyche.demo.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

/** Where acts of the past are entered; those that would be after the present never happen. */
@FunctionalInterface
interface DemoCalendar {

    /** Has something done on a day at an hour. */
    void on(LocalDate day, LocalTime hour, Runnable act);

    /** The day, or the Saturday before a Sunday. */
    static LocalDate workday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(1) : day;
    }
}
