package vn.quyche.launcher;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;

/** From when on a new demo school has a past. */
final class DemoPast {

    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final MonthDay STAFF_RETURN = MonthDay.of(8, 15);

    private DemoPast() {}

    /** The morning on which the staff returned for the last school year that is over, seen from a day. */
    static Instant start(LocalDate today) {
        LocalDate begun = today.with(STAFF_RETURN);
        LocalDate running = begun.isAfter(today) ? begun.minusYears(1) : begun;
        return running.minusYears(1).atTime(7, 0).atZone(VIETNAM).toInstant();
    }
}
