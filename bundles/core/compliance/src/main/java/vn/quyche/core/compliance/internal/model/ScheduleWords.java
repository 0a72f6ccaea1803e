package vn.quyche.core.compliance.internal.model;

import java.time.MonthDay;
import java.util.stream.Collectors;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.spi.Schedule;

/** Schedules as people say them. */
public final class ScheduleWords {

    /** The texts of the reader's language. */
    @FunctionalInterface
    public interface Words {

        /** The text of a key with its places filled. */
        String text(String key, Object... args);
    }

    private ScheduleWords() {}

    /** What a schedule says; text that is no schedule as it stands. */
    public static String of(String schedule, Words words) {
        return ParameterType.SCHEDULE.accepts(schedule) ? of(Schedule.parse(schedule), words) : schedule;
    }

    private static String of(Schedule schedule, Words words) {
        if (schedule instanceof Schedule.Daily daily) {
            String windows = daily.windows().stream()
                    .map(window -> window.from() + "–" + window.to())
                    .collect(Collectors.joining(", "));
            return words.text(daily.schoolDaysOnly() ? "duty.schedule.school-days" : "duty.schedule.daily", windows);
        }
        if (schedule instanceof Schedule.EveryDays every) {
            return words.text(
                    "duty.schedule.every",
                    String.valueOf(every.days()),
                    VietnamTime.day(every.first()),
                    every.due().toString());
        }
        if (schedule instanceof Schedule.Monthly monthly) {
            return words.text(
                    "duty.schedule.monthly",
                    String.valueOf(monthly.day()),
                    monthly.due().toString());
        }
        if (schedule instanceof Schedule.MonthEnd end) {
            return words.text("duty.schedule.month-end", end.due().toString());
        }
        if (schedule instanceof Schedule.Yearly yearly) {
            return words.text("duty.schedule.yearly", days(yearly), yearly.due().toString());
        }
        Schedule.InMonth in = (Schedule.InMonth) schedule;
        return words.text(
                "duty.schedule.in-month",
                String.valueOf(in.month().getValue()),
                in.due().toString());
    }

    /** The days of a year as {@code 15/01, 30/06}. */
    public static String days(Schedule.Yearly yearly) {
        return yearly.days().stream().map(ScheduleWords::day).collect(Collectors.joining(", "));
    }

    private static String day(MonthDay day) {
        return "%02d/%02d".formatted(day.getDayOfMonth(), day.getMonthValue());
    }
}
