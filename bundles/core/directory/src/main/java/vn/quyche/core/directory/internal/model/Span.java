package vn.quyche.core.directory.internal.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A time in days, both ends included.
 *
 * @param from the first day
 * @param to the last day, empty while it lasts
 */
public record Span(LocalDate from, Optional<LocalDate> to) {

    /** From a day on. */
    public static Span since(LocalDate from) {
        return new Span(from, Optional.empty());
    }

    /** Whether the day belongs to it. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Whether some day belongs to both. */
    public boolean overlaps(Span other) {
        return to.map(last -> !last.isBefore(other.from)).orElse(true)
                && other.to.map(last -> !last.isBefore(from)).orElse(true);
    }

    /** Whether it goes on after the day (or only begins after it). */
    public boolean lastsAfter(LocalDate day) {
        return to.map(last -> last.isAfter(day)).orElse(true);
    }

    /** Whether it was over before the day. */
    public boolean endedBefore(LocalDate day) {
        return to.map(last -> last.isBefore(day)).orElse(false);
    }

    /** The same beginning with a last day. */
    public Span endingOn(LocalDate lastDay) {
        return new Span(from, Optional.of(lastDay));
    }
}
