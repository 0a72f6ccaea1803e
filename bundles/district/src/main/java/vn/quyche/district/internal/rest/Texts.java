package vn.quyche.district.internal.rest;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.MonthSpan;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Invalid;

/** Reads parameters of queries. */
final class Texts {

    private Texts() {}

    /** A text; empty when it is missing or blank. */
    static Optional<String> given(String text) {
        return Optional.ofNullable(text).filter(part -> !part.isBlank());
    }

    /** A day; today when it is missing. @throws Invalid {@code core.bad-date} */
    static LocalDate dayOrToday(String day, Clock clock) {
        try {
            return given(day).map(LocalDate::parse).orElseGet(() -> VietnamTime.today(clock));
        } catch (DateTimeParseException e) {
            throw new Invalid("day", "core.bad-date");
        }
    }

    /** A month; this one when it is missing. @throws Invalid {@code core.bad-month} */
    static YearMonth monthOrThis(String month, Clock clock) {
        return given(month)
                .map(text -> {
                    Checks checks = new Checks();
                    YearMonth read = MonthSpan.month(checks, "month", text);
                    checks.orThrow();
                    return read;
                })
                .orElseGet(() -> YearMonth.from(VietnamTime.today(clock)));
    }
}
