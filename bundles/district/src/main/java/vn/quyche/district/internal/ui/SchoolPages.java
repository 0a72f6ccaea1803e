package vn.quyche.district.internal.ui;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.district.api.CollectDoor;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.NewDistrictSchool;
import vn.quyche.district.api.SchoolStanding;
import vn.quyche.district.api.Schools;

/** The schools: how their groups stand, and where their lists come from. */
final class SchoolPages {

    private static final String LIST = "/district/schools";

    private final Schools schools;
    private final AuditTrail audit;
    private final Messages messages;
    private final Clock clock;

    SchoolPages(Schools schools, AuditTrail audit, Messages messages, Clock clock) {
        this.schools = schools;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    View list(UiRequest request) {
        Locale locale = request.caller().locale();
        return View.page(
                "schools",
                Map.of(
                        "page",
                        schools.list(request.caller(), query(request), request.pageRequest()),
                        "parts",
                        List.of(
                                chip(locale, "", Schools.Part.ACTIVE),
                                chip(locale, "FAILING", Schools.Part.FAILING),
                                chip(locale, "ALL", Schools.Part.ALL))));
    }

    private Map<String, String> chip(Locale locale, String value, Schools.Part part) {
        return Map.of("value", value, "label", messages.text(locale, "district.part." + part));
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "cac-truong",
                List.of(
                        "district.column.school-code",
                        "district.column.school",
                        "district.door",
                        "district.address",
                        "district.state.PENDING",
                        "district.state.RECOGNISED",
                        "district.state.REFUSED",
                        "district.state.CHANGE_ASKED",
                        "district.column.taken",
                        "district.column.failure"),
                Page.every(request.pageRequest(), page -> schools.list(request.caller(), query(request), page))
                        .map(row -> cells(row, locale)));
    }

    private List<String> cells(SchoolStanding row, Locale locale) {
        DistrictSchool school = row.school();
        return List.of(
                school.code(),
                school.name(),
                messages.text(locale, "district.door." + school.door()),
                school.address(),
                String.valueOf(row.counts().pending()),
                String.valueOf(row.counts().recognised()),
                String.valueOf(row.counts().refused()),
                String.valueOf(row.counts().changeAsked()),
                school.takenAt().map(VietnamTime::moment).orElse(""),
                school.failure().isEmpty() ? "" : messages.text(locale, school.failure()));
    }

    View detail(UiRequest request) {
        DistrictSchool school = schools.get(request.caller(), request.path("id"));
        return View.page(
                "school",
                Map.of(
                        "s",
                        school,
                        "active",
                        school.active(VietnamTime.today(clock)),
                        "lines",
                        audit.history("district.school", school.id(), PageRequest.first(20))
                                .items()));
    }

    View compose(UiRequest request) {
        return form(request, Optional.empty());
    }

    View edit(UiRequest request) {
        return form(request, Optional.of(schools.get(request.caller(), request.path("id"))));
    }

    private View form(UiRequest request, Optional<DistrictSchool> school) {
        Map<String, Object> model = new HashMap<>();
        school.ifPresent(known -> model.put("s", known));
        model.put("doors", Form.choices(messages, request.caller().locale(), CollectDoor.class, "district.door."));
        model.put("today", VietnamTime.today(clock));
        return View.page("school-form", model);
    }

    View register(UiRequest request) {
        NewDistrictSchool school = entered(request);
        String id = schools.register(request.caller(), school, request.form("key"));
        return View.redirect(LIST + "/" + id, "district.school-registered", school.name());
    }

    View change(UiRequest request) {
        DistrictSchool school =
                schools.change(request.caller(), request.path("id"), Form.version(request), entered(request));
        return View.redirect(LIST + "/" + school.id(), "district.school-changed", school.name());
    }

    private static NewDistrictSchool entered(UiRequest request) {
        Checks checks = new Checks();
        NewDistrictSchool school = new NewDistrictSchool(
                request.form("code"),
                request.form("name"),
                request.form("address"),
                Form.constant(CollectDoor.class, request.form("door")).orElse(null),
                Form.text(request, "token"),
                Form.text(request, "accountName"),
                Form.day(checks, "activeFrom", request.form("activeFrom")).orElse(null),
                Form.day(checks, "activeTo", request.form("activeTo")));
        checks.orThrow();
        return school;
    }

    private static Schools.Query query(UiRequest request) {
        return new Schools.Query(
                request.query("q"),
                request.query("part")
                        .flatMap(name -> Form.constant(Schools.Part.class, name))
                        .orElse(Schools.Part.ACTIVE));
    }
}
