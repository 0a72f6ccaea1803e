package vn.quyche.core.compliance.internal.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.quyche.core.api.compliance.spi.Schedule;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.compliance.internal.model.ScheduleWords;

/** The fields in which a schedule is entered; each kind has its own. */
final class ScheduleForm {

    /** The kinds of schedules. */
    enum Kind {
        DAILY,
        EVERY_DAYS,
        MONTHLY,
        MONTH_END,
        YEARLY,
        IN_MONTH
    }

    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})");
    private static final int MAX_DAYS = 9999;

    private ScheduleForm() {}

    /** The kind of a schedule. */
    static Kind kind(Schedule schedule) {
        if (schedule instanceof Schedule.Daily) {
            return Kind.DAILY;
        }
        if (schedule instanceof Schedule.EveryDays) {
            return Kind.EVERY_DAYS;
        }
        if (schedule instanceof Schedule.Monthly) {
            return Kind.MONTHLY;
        }
        if (schedule instanceof Schedule.MonthEnd) {
            return Kind.MONTH_END;
        }
        return schedule instanceof Schedule.Yearly ? Kind.YEARLY : Kind.IN_MONTH;
    }

    /** The fields as a schedule fills them. */
    static Map<String, Object> fields(Schedule schedule) {
        Map<String, Object> fields = new HashMap<>();
        if (schedule instanceof Schedule.Daily daily) {
            fields.put(
                    "windows",
                    daily.windows().stream()
                            .map(window -> window.from() + "-" + window.to())
                            .collect(Collectors.joining(", ")));
            fields.put("schoolDays", daily.schoolDaysOnly());
        } else if (schedule instanceof Schedule.EveryDays every) {
            fields.put("days", every.days());
            fields.put("first", every.first());
            fields.put("due", every.due());
        } else if (schedule instanceof Schedule.Monthly monthly) {
            fields.put("day", monthly.day());
            fields.put("due", monthly.due());
        } else if (schedule instanceof Schedule.MonthEnd end) {
            fields.put("due", end.due());
        } else if (schedule instanceof Schedule.Yearly yearly) {
            fields.put("yearDays", ScheduleWords.days(yearly));
            fields.put("due", yearly.due());
        } else if (schedule instanceof Schedule.InMonth in) {
            fields.put("month", in.month().getValue());
            fields.put("due", in.due());
        }
        return fields;
    }

    /**
     * The schedule that stands in the fields.
     *
     * @throws Invalid at the field that is wrong
     */
    static Schedule read(UiRequest request) {
        Kind kind = Form.constant(Kind.class, request.form("kind"))
                .orElseThrow(() -> new Invalid("kind", "duty.schedule-bad-kind"));
        return switch (kind) {
            case DAILY -> daily(request);
            case EVERY_DAYS -> new Schedule.EveryDays(number(request, "days", MAX_DAYS), first(request), due(request));
            case MONTHLY -> new Schedule.Monthly(number(request, "day", 31), due(request));
            case MONTH_END -> new Schedule.MonthEnd(due(request));
            case YEARLY -> new Schedule.Yearly(yearDays(request), due(request));
            case IN_MONTH -> new Schedule.InMonth(Month.of(number(request, "month", 12)), due(request));
        };
    }

    private static Schedule daily(UiRequest request) {
        String windows = request.form("windows")
                .replace('–', '-')
                .replace(';', ',')
                .replaceAll("\\s", "")
                .replace(",", ", ");
        try {
            return Schedule.parse(
                    "daily " + windows + ("true".equals(request.form("schoolDays")) ? " on school days" : ""));
        } catch (IllegalArgumentException e) {
            throw new Invalid("windows", "duty.schedule-bad-windows");
        }
    }

    private static LocalDate first(UiRequest request) {
        LocalDate first = Form.requiredDay(request, "first");
        if (first.getYear() < 1000 || first.getYear() > 9999) {
            throw new Invalid("first", "core.bad-date");
        }
        return first;
    }

    private static int number(UiRequest request, String field, int max) {
        return Form.number(request, field, 1, max).orElseThrow(() -> new Invalid(field, "core.required"));
    }

    private static LocalTime due(UiRequest request) {
        String text = request.form("due").strip();
        try {
            if (text.length() == 5) {
                return LocalTime.parse(text);
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new Invalid("due", "duty.schedule-bad-due");
    }

    private static List<MonthDay> yearDays(UiRequest request) {
        List<MonthDay> days = new ArrayList<>();
        for (String one : request.form("yearDays").split("[,;]")) {
            Matcher day = DAY.matcher(one.strip());
            try {
                if (!day.matches()) {
                    throw new DateTimeException(one);
                }
                days.add(MonthDay.of(Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1))));
            } catch (DateTimeException e) {
                throw new Invalid("yearDays", "duty.schedule-bad-days");
            }
        }
        return days;
    }
}
