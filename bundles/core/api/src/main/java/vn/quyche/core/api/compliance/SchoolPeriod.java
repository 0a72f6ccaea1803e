package vn.quyche.core.api.compliance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Periods as a school names them: a month {@code 2026-11}, a quarter {@code 2026-Q4}, a school year {@code 2026-2027}, its
 * first or second term {@code 2026-2027-1}, {@code 2026-2027-2}. A school year begins on 1 August, in which its classes are
 * made.
 */
public final class SchoolPeriod {

    private static final Pattern SCHOOL_YEAR = Pattern.compile("(2[0-9]{3})-(2[0-9]{3})(?:-([12]))?");
    private static final Pattern QUARTER = Pattern.compile("(2[0-9]{3})-Q([1-4])");
    private static final int MONTHS_OF_A_QUARTER = 3;
    private static final MonthDay SECOND_TERM = MonthDay.of(1, 15);

    private SchoolPeriod() {}

    /** The quarter of a day, {@code 2026-Q4}. */
    public static String quarter(LocalDate day) {
        return day.getYear() + "-Q" + ((day.getMonthValue() - 1) / MONTHS_OF_A_QUARTER + 1);
    }

    /** The school year of a day, {@code 2026-2027}. */
    public static String year(LocalDate day) {
        int first = day.getMonth().compareTo(Month.AUGUST) >= 0 ? day.getYear() : day.getYear() - 1;
        return first + "-" + (first + 1);
    }

    /**
     * The days of a period; empty for a text that names none.
     *
     * @param secondTerm the first day of the second term, {@code dd/MM}; 15 January when it is no day between January and
     *     July
     */
    public static Optional<DaySpan> of(String name, String secondTerm) {
        Matcher year = SCHOOL_YEAR.matcher(name);
        if (year.matches()) {
            int first = Integer.parseInt(year.group(1));
            if (Integer.parseInt(year.group(2)) != first + 1) {
                return Optional.empty();
            }
            LocalDate start = LocalDate.of(first, Month.AUGUST, 1);
            LocalDate end = LocalDate.of(first + 1, Month.JULY, 31);
            LocalDate second = secondTerm(secondTerm).atYear(first + 1);
            return Optional.of(
                    year.group(3) == null
                            ? new DaySpan(start, end)
                            : year.group(3).equals("1")
                                    ? new DaySpan(start, second.minusDays(1))
                                    : new DaySpan(second, end));
        }
        Matcher quarter = QUARTER.matcher(name);
        if (quarter.matches()) {
            int last = Integer.parseInt(quarter.group(2)) * MONTHS_OF_A_QUARTER;
            YearMonth month = YearMonth.of(Integer.parseInt(quarter.group(1)), last);
            return Optional.of(
                    new DaySpan(month.minusMonths(MONTHS_OF_A_QUARTER - 1L).atDay(1), month.atEndOfMonth()));
        }
        try {
            YearMonth month = YearMonth.parse(name);
            return month.getYear() >= 2000 && month.getYear() < 3000
                    ? Optional.of(DaySpan.of(month))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static MonthDay secondTerm(String text) {
        Matcher day = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})").matcher(text.strip());
        if (day.matches()) {
            int month = Integer.parseInt(day.group(2));
            int dayOfMonth = Integer.parseInt(day.group(1));
            // The day must be there in every year.
            if (month >= 1
                    && month <= 7
                    && dayOfMonth >= 1
                    && dayOfMonth <= YearMonth.of(2025, month).lengthOfMonth()) {
                return MonthDay.of(month, dayOfMonth);
            }
        }
        return SECOND_TERM;
    }
}
