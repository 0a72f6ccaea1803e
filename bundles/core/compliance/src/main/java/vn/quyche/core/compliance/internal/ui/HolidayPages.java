package vn.quyche.core.compliance.internal.ui;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Holidays;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;

/** The page of holidays. */
final class HolidayPages {

    private static final String PATH = "/duty/holidays";

    private final Holidays holidays;
    private final Messages messages;
    private final Clock clock;

    HolidayPages(Holidays holidays, Messages messages, Clock clock) {
        this.holidays = holidays;
        this.messages = messages;
        this.clock = clock;
    }

    View list(UiRequest request) {
        int year = year(request);
        return View.page("duty/holidays", Map.of("year", year, "holidays", holidays.list(request.caller(), year)));
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "ngay-nghi",
                List.of("core.date", "core.name", "core.state"),
                holidays.list(request.caller(), year(request)).stream()
                        .map(holiday -> List.of(
                                VietnamTime.day(holiday.day()),
                                holiday.name(),
                                messages.text(locale, "duty.holiday-kind." + holiday.kind()))));
    }

    View add(UiRequest request) {
        LocalDate day = Form.requiredDay(request, "day");
        Holidays.Holiday added = holidays.add(request.caller(), day, request.form("name"));
        return View.redirect(PATH + "?year=" + day.getYear(), "duty.holiday-added", added.name());
    }

    View remove(UiRequest request) {
        LocalDate day = day(request.path("day"));
        holidays.remove(request.caller(), day);
        return View.redirect(PATH + "?year=" + day.getYear(), "duty.holiday-removed");
    }

    private int year(UiRequest request) {
        int now = VietnamTime.today(clock).getYear();
        return request.query("year")
                .filter(year -> year.matches("(19|20|21)\\d\\d"))
                .map(Integer::valueOf)
                .filter(year -> year >= 1990)
                .orElse(now);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Invalid("day", "duty.bad-day");
        }
    }
}
