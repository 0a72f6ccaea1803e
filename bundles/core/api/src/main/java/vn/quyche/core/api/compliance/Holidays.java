package vn.quyche.core.api.compliance;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/**
 * The days on which the school rests although they would be working days. Changing takes permission {@code duty:calendar}.
 *
 * <p>The public holidays with a fixed date (1 January, 30 April, 1 May, 2 September) hold by themselves. Those that follow
 * the moon, and the school's own days, hold once the office has entered them.
 */
@ProviderType
public interface Holidays {

    /** Where a holiday comes from. */
    enum Kind {
        /** A public holiday with a fixed date: holds by itself. */
        PUBLIC,
        /** Entered by the office. */
        ENTERED,
        /** A public holiday by the moon that the office has not confirmed yet: does not hold. */
        OFFERED
    }

    /**
     * A holiday.
     *
     * @param day the day
     * @param name its name, in Vietnamese
     * @param kind where it comes from
     */
    record Holiday(LocalDate day, String name, Kind kind) {}

    /** The holidays of a year by day, offered ones among them; everyone signed in may see them. */
    List<Holiday> list(Caller caller, int year);

    /**
     * Enters a holiday, or confirms one that is offered.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code duty.holiday-exists}
     */
    Holiday add(Caller caller, LocalDate day, String name);

    /**
     * Takes back a holiday that the office entered.
     *
     * @throws vn.quyche.core.api.error.NotFound {@code duty.holiday-not-found}
     */
    void remove(Caller caller, LocalDate day);
}
