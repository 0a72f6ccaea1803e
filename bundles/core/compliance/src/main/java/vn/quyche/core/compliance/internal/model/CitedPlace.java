package vn.quyche.core.compliance.internal.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a clause stands in the school's own regulations for a time.
 *
 * @param clause its id
 * @param from the first day
 * @param to the last day, empty while it lasts
 * @param citation how it is cited
 */
public record CitedPlace(String clause, LocalDate from, Optional<LocalDate> to, String citation) {

    /** Whether it is so on a day. */
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
    }
}
