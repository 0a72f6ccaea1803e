package vn.quyche.core.compliance.internal.ui;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Holidays;
import vn.quyche.core.api.compliance.Holidays.Confirmed;
import vn.quyche.core.api.compliance.Holidays.Holiday;
import vn.quyche.core.api.compliance.Holidays.Kind;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;

/** The pages of holidays and make-up days. */
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
        List<Holiday> days = holidays.list(request.caller(), year);
        Map<String, String> offered = new LinkedHashMap<>();
        days.stream()
                .filter(one -> one.kind() == Kind.OFFERED)
                .forEach(one -> offered.put(one.proposal(), one.name() + " – " + VietnamTime.day(one.day())));
        return View.page(
                "duty/holidays",
                Map.of("year", year, "holidays", days, "offered", offered.size(), "proposals", offered));
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
        Optional<LocalDate> madeUpOn = Form.day(request, "madeUpOn");
        Holiday added =
                holidays.add(request.caller(), day, request.form("name"), madeUpOn, Form.text(request, "inPlaceOf"));
        return View.redirect(PATH + "?year=" + day.getYear(), "duty.holiday-added", added.name());
    }

    View workingDayForm(UiRequest request) {
        return View.page("duty/working-day", Map.of());
    }

    View addWorkingDay(UiRequest request) {
        LocalDate day = Form.requiredDay(request, "day");
        Holiday added = holidays.addWorkingDay(request.caller(), day, request.form("name"));
        return View.redirect(PATH + "?year=" + day.getYear(), "duty.working-day-added", added.name());
    }

    View confirmForm(UiRequest request) {
        int year = year(request);
        return View.page("duty/holidays-confirm", Map.of("year", year, "offered", offered(request, year)));
    }

    /** Confirms what is ticked, on the days as they stand in the form. */
    View confirm(UiRequest request) {
        int year = year(request);
        List<Confirmed> wanted = new ArrayList<>();
        for (Holiday one : offered(request, year)) {
            if ("true".equals(request.form("take-" + one.proposal()))) {
                wanted.add(new Confirmed(one.proposal(), Form.day(request, "day-" + one.proposal())));
            }
        }
        int count = holidays.confirm(request.caller(), year, wanted).size();
        return View.redirect(PATH + "?year=" + year, "duty.holidays-confirmed", count);
    }

    View remove(UiRequest request) {
        LocalDate day = day(request.path("day"));
        holidays.remove(request.caller(), day);
        return View.redirect(PATH + "?year=" + day.getYear(), "duty.holiday-removed");
    }

    private List<Holiday> offered(UiRequest request, int year) {
        return holidays.list(request.caller(), year).stream()
                .filter(one -> one.kind() == Kind.OFFERED)
                .toList();
    }

    private int year(UiRequest request) {
        int now = VietnamTime.today(clock).getYear();
        return Optional.ofNullable(request.query().get("year"))
                .or(() -> Optional.of(request.form("year")))
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
