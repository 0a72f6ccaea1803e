package vn.quyche.core.api.compliance.spi;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;

/**
 * When a duty comes again; days and times are Vietnam's. Each has a text, for packs and parameters:
 *
 * <pre>
 * daily 07:00-07:30, 13:30-14:00 on school days
 * every 15 days from 2026-09-05 at 09:00
 * monthly on 25 at 16:00
 * monthly on last school day at 16:00
 * yearly on 01-15, 06-30 at 16:00
 * yearly in 05 at 16:00
 * </pre>
 */
public sealed interface Schedule {

    /**
     * Reads a schedule from its text.
     *
     * @throws IllegalArgumentException when it is none, saying why
     */
    static Schedule parse(String text) {
        return ScheduleText.parse(text);
    }

    /** The schedule as text, from which {@link #parse} makes it again. */
    default String text() {
        return ScheduleText.of(this);
    }

    /**
     * Several times a day.
     *
     * @param windows when it may be done and by when it must; the start names the period
     * @param schoolDaysOnly whether it rests when the school rests
     */
    record Daily(List<Window> windows, boolean schoolDaysOnly) implements Schedule {

        public Daily {
            windows = List.copyOf(windows);
            if (windows.stream().map(Window::from).distinct().count() < windows.size()) {
                throw new IllegalArgumentException("two windows begin at the same time: " + windows);
            }
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
     * Once a month, by its last school day; it may be done from the first of the month. A month without a school day has
     * none.
     *
     * @param due the time of day
     */
    record MonthEnd(LocalTime due) implements Schedule {}

    /**
     * Once a year, within a month; due on its last school day. A month without a school day has none.
     *
     * @param month the month
     * @param due the time of day
     */
    record InMonth(Month month, LocalTime due) implements Schedule {}

    /**
     * On one or several days of each year. 29 February is the 28th in other years.
     *
     * @param days the days, in their order
     * @param due the time of day; when the school rests on that day, the next school day
     */
    record Yearly(List<MonthDay> days, LocalTime due) implements Schedule {

        public Yearly {
            days = days.stream().sorted().distinct().toList();
            if (days.isEmpty()) {
                throw new IllegalArgumentException("no day");
            }
        }

        /** Once a year. */
        public Yearly(MonthDay day, LocalTime due) {
            this(List.of(day), due);
        }
    }

    /**
     * A part of a day.
     *
     * @param from its start
     * @param to its end, when the duty is late; after {@code from}, or midnight for the end of the day
     */
    record Window(LocalTime from, LocalTime to) {

        public Window {
            if (!to.isAfter(from) && !to.equals(LocalTime.MIDNIGHT)) {
                throw new IllegalArgumentException(from + " to " + to);
            }
        }
    }
}
