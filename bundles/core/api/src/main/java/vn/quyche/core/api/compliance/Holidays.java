package vn.quyche.core.api.compliance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/**
 * The school's calendar: the days on which it rests although they would be working days, and those on which it works to
 * make up. Changing takes permission {@code duty:calendar}.
 *
 * <p>The public holidays with a fixed date (1 January, 30 April, 1 May, 2 September) hold by themselves. What has to be
 * chosen each year is computed and offered, and holds once the office has confirmed it, on the same day or on another:
 * those that follow the moon, the second day of the National Day, and a day in place of each public holiday that falls on
 * a day of the weekly rest (Bộ luật Lao động, Điều 111 and 112).
 */
@ProviderType
public interface Holidays {

    /** Where a day comes from. */
    enum Kind {
        /** A public holiday with a fixed date: holds by itself. */
        PUBLIC,
        /** Entered or confirmed by the office. */
        ENTERED,
        /** Computed, and not confirmed by the office yet: does not hold. */
        OFFERED,
        /** Entered by the office: the school works although it would rest. */
        MADE_UP
    }

    /**
     * A day of the calendar.
     *
     * @param day the day
     * @param name its name, in Vietnamese
     * @param kind where it comes from
     * @param proposal what was offered or confirmed, the same each year: {@code TET-1} to {@code TET-5}, {@code GIO-TO},
     *     {@code QUOC-KHANH-2}, and {@code BU-<proposal>} or {@code BU-<month>-<day>} for a day in place of another; empty
     *     for what was never offered
     */
    record Holiday(LocalDate day, String name, Kind kind, String proposal) {

        /** A day that was not offered. */
        public Holiday(LocalDate day, String name, Kind kind) {
            this(day, name, kind, "");
        }
    }

    /**
     * What the office confirms.
     *
     * @param proposal what was offered
     * @param day on which day it holds; empty for the day that was offered
     */
    record Confirmed(String proposal, Optional<LocalDate> day) {}

    /** The days of a year in their order, offered ones among them; everyone signed in may see them. */
    List<Holiday> list(Caller caller, int year);

    /**
     * Enters a holiday, or confirms one that is offered on the day.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code duty.holiday-exists}
     */
    default Holiday add(Caller caller, LocalDate day, String name) {
        return add(caller, day, name, Optional.empty());
    }

    /**
     * Enters a holiday, and the day on which the school works instead.
     *
     * @param madeUpOn a day on which the school would rest by its week
     * @throws vn.quyche.core.api.error.Conflict {@code duty.holiday-exists}
     */
    default Holiday add(Caller caller, LocalDate day, String name, Optional<LocalDate> madeUpOn) {
        return add(caller, day, name, madeUpOn, Optional.empty());
    }

    /**
     * Enters a holiday in place of one that is offered on another day, which thereby is offered no more. One that has the
     * name of an offered one stands in its place anyway.
     *
     * @param madeUpOn a day on which the school would rest by its week
     * @param inPlaceOf what was offered
     * @throws vn.quyche.core.api.error.Conflict {@code duty.holiday-exists}
     */
    Holiday add(Caller caller, LocalDate day, String name, Optional<LocalDate> madeUpOn, Optional<String> inPlaceOf);

    /**
     * Enters a day on which the school works although it would rest by its week.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code duty.holiday-exists}
     */
    Holiday addWorkingDay(Caller caller, LocalDate day, String name);

    /**
     * Confirms what is offered for a year: all, or nothing when anything is wrong with one of them.
     *
     * @return the days that were entered
     */
    List<Holiday> confirm(Caller caller, int year, List<Confirmed> days);

    /**
     * Takes back a day that the office entered; with a holiday goes the day on which it was to be made up.
     *
     * @throws vn.quyche.core.api.error.NotFound {@code duty.holiday-not-found}
     */
    void remove(Caller caller, LocalDate day);
}
