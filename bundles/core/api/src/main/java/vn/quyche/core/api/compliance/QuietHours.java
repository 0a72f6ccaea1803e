package vn.quyche.core.api.compliance;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import vn.quyche.core.api.VietnamTime;

/**
 * Hours in which people are left in peace, in Vietnam's time: nobody is reminded, nothing planned is sent.
 *
 * @param from their start, inclusive
 * @param to their end, exclusive; before {@code from} when they span midnight, equal to it when there are none
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** The instant itself, or the end of the quiet hours in which it falls. */
    public Instant orAfter(Instant instant) {
        ZonedDateTime at = VietnamTime.at(instant);
        if (!contains(at.toLocalTime())) {
            return instant;
        }
        ZonedDateTime end = at.with(to);
        return (end.isAfter(at) ? end : end.plusDays(1)).toInstant();
    }

    /** Whether an instant falls in them. */
    public boolean contain(Instant instant) {
        return contains(VietnamTime.at(instant).toLocalTime());
    }

    private boolean contains(LocalTime time) {
        if (from.isBefore(to)) {
            return !time.isBefore(from) && time.isBefore(to);
        }
        return from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
    }
}
