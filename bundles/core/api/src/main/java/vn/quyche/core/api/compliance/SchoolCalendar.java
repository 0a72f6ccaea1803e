package vn.quyche.core.api.compliance;

import java.time.Instant;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/** School days in Vietnam's time: Monday to Saturday by default, less the holidays that the office entered. */
@ProviderType
public interface SchoolCalendar {

    /** Whether people work on the day. */
    boolean workingDay(LocalDate day);

    /** The end of the working day that comes {@code days} working days after the day of {@code from}. */
    Instant afterWorkingDays(Instant from, int days);
}
