package vn.quyche.core.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Vietnam has one time zone; days, deadlines and school years are counted in it. */
public final class VietnamTime {

    /** Indochina Time, UTC+7, without summer time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private VietnamTime() {}

    /** The day that it is in Vietnam. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** The instant as people in Vietnam read it. */
    public static ZonedDateTime at(Instant instant) {
        return instant.atZone(ZONE);
    }

    /** The first instant of a day in Vietnam. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The first instant that no longer belongs to the day. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /** A day as it is written: 05/10/2026. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A moment as it is written: 05/10/2026 07:15. */
    public static String moment(Instant instant) {
        return MOMENT.format(at(instant));
    }
}
