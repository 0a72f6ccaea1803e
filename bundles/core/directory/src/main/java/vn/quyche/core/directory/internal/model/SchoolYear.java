package vn.quyche.core.directory.internal.model;

import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Pattern;

/** School years, written {@code 2026-2027}. */
public final class SchoolYear {

    private static final Pattern FORM = Pattern.compile("2[0-9]{3}-2[0-9]{3}");

    private SchoolYear() {}

    /** The school year of a day; classes are made in August for the year that begins in September. */
    public static String of(LocalDate day) {
        int first = day.getMonth().compareTo(Month.AUGUST) >= 0 ? day.getYear() : day.getYear() - 1;
        return first + "-" + (first + 1);
    }

    /** Whether a text names a school year. */
    public static boolean valid(String text) {
        return FORM.matcher(text).matches()
                && Integer.parseInt(text.substring(5)) == Integer.parseInt(text.substring(0, 4)) + 1;
    }
}
