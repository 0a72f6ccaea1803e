package vn.quyche.group.internal.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.SchoolPeriod;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.inspection.Finding;
import vn.quyche.group.api.inspection.InspectionReport;
import vn.quyche.group.api.inspection.Inspections;
import vn.quyche.group.api.inspection.NewFinding;
import vn.quyche.group.api.inspection.NewInspection;

/** The forms with which a report is begun, written, signed, and its findings are remedied. */
final class InspectionFormPages {

    private static final String ALL = "/group/inspections";
    private static final int MONTHS = 12;
    private static final int QUARTERS = 4;

    private final Inspections inspections;
    private final Groups groups;
    private final Messages messages;
    private final Clock clock;

    InspectionFormPages(Inspections inspections, Groups groups, Messages messages, Clock clock) {
        this.inspections = inspections;
        this.groups = groups;
        this.messages = messages;
        this.clock = clock;
    }

    View compose(UiRequest request) {
        Caller caller = request.caller();
        Map<String, String> choices = new LinkedHashMap<>();
        Groups.Query every =
                new Groups.Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        Page.every(page -> groups.list(caller, every, page))
                .forEach(group -> choices.put(group.id(), group.code() + " · " + group.name()));
        Map<String, Object> model = new HashMap<>();
        model.put("groups", choices);
        model.put("groupId", request.query("group").orElse(""));
        model.put("periods", periods(caller.locale()));
        model.put("today", VietnamTime.today(clock));
        return View.page("inspection-new", model);
    }

    View begin(UiRequest request) {
        NewInspection entered = new NewInspection(
                request.form("groupId"),
                request.form("period"),
                Form.day(request, "from").orElse(null),
                Form.day(request, "to").orElse(null));
        String id = inspections.begin(request.caller(), entered, request.form("key"));
        return View.redirect(ALL + "/" + id, "group.inspection.begun");
    }

    View conclusion(UiRequest request) {
        return form(request, "inspection-conclusion", Map.of());
    }

    View conclude(UiRequest request) {
        String id = request.path("id");
        inspections.conclude(request.caller(), id, Form.version(request), request.form("conclusion"));
        return View.redirect(ALL + "/" + id, "core.saved");
    }

    View findingForm(UiRequest request) {
        return form(
                request,
                "inspection-finding",
                Map.of(
                        "kinds",
                        Form.choices(messages, request.caller().locale(), Finding.Kind.class, "group.finding-kind."),
                        "today",
                        VietnamTime.today(clock)));
    }

    View find(UiRequest request) {
        String id = request.path("id");
        NewFinding entered = new NewFinding(
                Form.constant(Finding.Kind.class, request.form("kind")).orElse(null),
                request.form("text"),
                request.form("remedy"),
                Form.day(request, "dueOn").orElse(null));
        inspections.find(request.caller(), id, entered, request.form("key"));
        return View.redirect(ALL + "/" + id, "group.finding.added");
    }

    View drop(UiRequest request) {
        String id = request.path("id");
        inspections.drop(request.caller(), id, request.path("finding"));
        return View.redirect(ALL + "/" + id, "group.finding.dropped");
    }

    View remedyForm(UiRequest request) {
        InspectionReport report = inspections.get(request.caller(), request.path("id"));
        Finding finding = report.findings().stream()
                .filter(one -> one.id().equals(request.path("finding")))
                .findFirst()
                .orElseThrow(() -> new NotFound("group.finding-not-found", request.path("finding")));
        return View.page("inspection-remedy", Map.of("one", report.inspection(), "finding", finding));
    }

    View remedy(UiRequest request) {
        String id = request.path("id");
        inspections.remedy(request.caller(), id, request.path("finding"), request.form("remark"));
        return View.redirect(ALL + "/" + id, "group.finding.remedied");
    }

    View sign(UiRequest request) {
        String id = request.path("id");
        inspections.sign(request.caller(), id, Form.version(request));
        return View.redirect(ALL + "/" + id, "group.inspection.signed");
    }

    View discard(UiRequest request) {
        inspections.discard(request.caller(), request.path("id"));
        return View.redirect(ALL, "group.inspection.discarded");
    }

    private View form(UiRequest request, String template, Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>(more);
        model.put("one", inspections.get(request.caller(), request.path("id")).inspection());
        return View.page(template, model);
    }

    /** The periods that are over, the latest of each kind first, and the running month. */
    private Map<String, String> periods(Locale locale) {
        LocalDate today = VietnamTime.today(clock);
        Map<String, String> periods = new LinkedHashMap<>();
        for (int back = 1; back <= MONTHS; back++) {
            YearMonth month = YearMonth.from(today).minusMonths(back);
            periods.put(
                    month.toString(),
                    messages.text(
                            locale,
                            "group.period.month",
                            String.valueOf(month.getMonthValue()),
                            String.valueOf(month.getYear())));
        }
        for (int back = 1; back <= QUARTERS; back++) {
            String quarter = SchoolPeriod.quarter(today.minusMonths(3L * back));
            periods.put(
                    quarter,
                    messages.text(locale, "group.period.quarter", quarter.substring(6), quarter.substring(0, 4)));
        }
        for (int back = 0; back <= 1; back++) {
            String year = SchoolPeriod.year(today.minusYears(back));
            for (String term : List.of("2", "1")) {
                periods.put(year + "-" + term, messages.text(locale, "group.period.term", term, year));
            }
        }
        String last = SchoolPeriod.year(today.minusYears(1));
        periods.put(last, messages.text(locale, "group.period.year", last));
        return periods;
    }
}
