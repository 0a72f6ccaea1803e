package vn.quyche.core.api.compliance;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import vn.quyche.core.api.error.Checks;

/**
 * Some months one after the other, as one system asks another for figures.
 *
 * @param from the first month
 * @param to the last month, not before the first
 */
public record MonthSpan(YearMonth from, YearMonth to) {

    /** More months than this are not given at once. */
    public static final int MOST = 24;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    public MonthSpan {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(from + " after " + to);
        }
    }

    /**
     * Reads months as they stand in a query.
     *
     * @param from for example {@code 2026-08}
     * @param to for example {@code 2026-11}; less than {@link #MOST} months later
     * @throws vn.quyche.core.api.error.Invalid {@code core.required}, {@code core.bad-month}, {@code core.bad-months}
     */
    public static MonthSpan of(String from, String to) {
        Checks checks = new Checks();
        YearMonth first = month(checks, "from", from);
        YearMonth last = month(checks, "to", to);
        checks.orThrow();
        checks.that(
                !last.isBefore(first) && ChronoUnit.MONTHS.between(first, last) < MOST, "to", "core.bad-months", MOST);
        checks.orThrow();
        return new MonthSpan(first, last);
    }

    /**
     * Reads a month, and notes at its field when it is none.
     *
     * @return the month; null when it is missing or none
     */
    public static YearMonth month(Checks checks, String field, String text) {
        if (text == null || text.isBlank()) {
            checks.add(field, "core.required");
            return null;
        }
        try {
            YearMonth month = YearMonth.parse(text.strip());
            checks.that(month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR, field, "core.bad-month");
            return month;
        } catch (DateTimeException e) {
            checks.add(field, "core.bad-month");
            return null;
        }
    }

    /** The days of the months. */
    public DaySpan days() {
        return new DaySpan(from.atDay(1), to.atEndOfMonth());
    }

    /** The months one by one, the first first. */
    public List<YearMonth> months() {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
    }
}
