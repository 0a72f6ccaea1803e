package vn.quyche.core.api.compliance.spi;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;

/** When a duty comes again; days and times are Vietnam's. */
public sealed interface Schedule {

    /**
     * Several times a day.
     *
     * @param windows when it may be done and by when it must; the start names the period
     * @param schoolDaysOnly whether it rests when the school rests
     */
    record Daily(List<Window> windows, boolean schoolDaysOnly) implements Schedule {

        public Daily {
            windows = List.copyOf(windows);
        }
    }

    /**
     * Every so many days, counted from a day.
     *
     * @param days the distance, at least 1
     * @param first the first day on which it is due
     * @param due the time of day; when the school rests on that day, the next school day
     */
    record EveryDays(int days, LocalDate first, LocalTime due) implements Schedule {

        public EveryDays {
            if (days < 1) {
                throw new IllegalArgumentException("days: " + days);
            }
        }
    }

    /**
     * Once a month.
     *
     * @param day 1 to 31; a month that is shorter takes its last day
     * @param due the time of day; when the school rests on that day, the next school day
     */
    record Monthly(int day, LocalTime due) implements Schedule {

        public Monthly {
            if (day < 1 || day > 31) {
                throw new IllegalArgumentException("day: " + day);
            }
        }
    }

    /**
     * Once a year.
     *
     * @param day the day
     * @param due the time of day; when the school rests on that day, the next school day
     */
    record Yearly(MonthDay day, LocalTime due) implements Schedule {}

    /**
     * A part of a day.
     *
     * @param from its start
     * @param to its end, when the duty is late; after {@code from}
     */
    record Window(LocalTime from, LocalTime to) {

        public Window {
            if (!to.isAfter(from)) {
                throw new IllegalArgumentException(from + " to " + to);
            }
        }
    }
}
