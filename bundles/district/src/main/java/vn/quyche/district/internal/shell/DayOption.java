package vn.quyche.district.internal.shell;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import vn.quyche.core.api.error.Invalid;

/** Reads a day from the command line. */
final class DayOption {

    private DayOption() {}

    /** @throws Invalid {@code core.bad-date} for what is no day */
    static LocalDate read(String option, String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new Invalid(option, "core.bad-date");
        }
    }
}
