package vn.quyche.core.api.compliance.spi;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.quyche.core.api.compliance.spi.Schedule.Window;

/** Schedules as text. */
final class ScheduleText {

    private static final String TIME = "([0-9]{2}:[0-9]{2})";
    private static final String AT = " at " + TIME;
    private static final String WINDOW = "[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}";
    private static final String DAY = "[0-9]{2}-[0-9]{2}";
    private static final String NEXT = ", ";

    private static final Map<Pattern, Function<MatchResult, Schedule>> FORMS = Map.of(
            Pattern.compile("daily (" + WINDOW + "(?:, " + WINDOW + ")*)( on school days)?"),
            found -> new Schedule.Daily(list(found.group(1), ScheduleText::window), found.group(2) != null),
            Pattern.compile("every ([0-9]{1,4}) days from ([0-9]{4}-[0-9]{2}-[0-9]{2})" + AT),
            found -> new Schedule.EveryDays(
                    Integer.parseInt(found.group(1)), LocalDate.parse(found.group(2)), LocalTime.parse(found.group(3))),
            Pattern.compile("monthly on ([0-9]{1,2})" + AT),
            found -> new Schedule.Monthly(Integer.parseInt(found.group(1)), LocalTime.parse(found.group(2))),
            Pattern.compile("monthly on last school day" + AT),
            found -> new Schedule.MonthEnd(LocalTime.parse(found.group(1))),
            Pattern.compile("yearly on (" + DAY + "(?:, " + DAY + ")*)" + AT),
            found -> new Schedule.Yearly(
                    list(found.group(1), day -> MonthDay.parse("--" + day)), LocalTime.parse(found.group(2))),
            Pattern.compile("yearly in ([0-9]{2})" + AT),
            found -> new Schedule.InMonth(Month.of(Integer.parseInt(found.group(1))), LocalTime.parse(found.group(2))));

    private ScheduleText() {}

    static Schedule parse(String text) {
        for (Map.Entry<Pattern, Function<MatchResult, Schedule>> form : FORMS.entrySet()) {
            Matcher found = form.getKey().matcher(text);
            if (found.matches()) {
                try {
                    return form.getValue().apply(found);
                } catch (DateTimeException e) {
                    throw new IllegalArgumentException("no such day or time: " + text, e);
                }
            }
        }
        throw new IllegalArgumentException("no schedule: " + text);
    }

    static String of(Schedule schedule) {
        if (schedule instanceof Schedule.Daily daily) {
            return "daily " + joined(daily.windows(), window -> window.from() + "-" + window.to())
                    + (daily.schoolDaysOnly() ? " on school days" : "");
        }
        if (schedule instanceof Schedule.EveryDays every) {
            return "every " + every.days() + " days from " + every.first() + " at " + every.due();
        }
        if (schedule instanceof Schedule.Monthly monthly) {
            return "monthly on " + monthly.day() + " at " + monthly.due();
        }
        if (schedule instanceof Schedule.MonthEnd end) {
            return "monthly on last school day at " + end.due();
        }
        if (schedule instanceof Schedule.Yearly yearly) {
            return "yearly on " + joined(yearly.days(), day -> day.toString().substring(2)) + " at " + yearly.due();
        }
        Schedule.InMonth in = (Schedule.InMonth) schedule;
        return "yearly in %02d at %s".formatted(in.month().getValue(), in.due());
    }

    private static Window window(String text) {
        int dash = text.indexOf('-');
        return new Window(LocalTime.parse(text.substring(0, dash)), LocalTime.parse(text.substring(dash + 1)));
    }

    private static <T> List<T> list(String text, Function<String, T> one) {
        return Arrays.stream(text.split(NEXT)).map(one).toList();
    }

    private static <T> String joined(List<T> things, Function<T, String> one) {
        return things.stream().map(one).collect(Collectors.joining(NEXT));
    }
}
