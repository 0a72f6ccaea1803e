package vn.quyche.core.directory.internal.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.AuthorityLevel;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.directory.Structure.AuthorityData;
import vn.quyche.core.api.directory.Structure.CampusData;
import vn.quyche.core.api.directory.Structure.UnitData;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.directory.internal.model.SchoolYear;
import vn.quyche.core.directory.internal.model.StructureRules;

/** The school, its units, classes and campuses, and the authorities above it. */
final class StructurePages {

    private static final String UNITS = "/directory/units";
    private static final String SCHOOL = "/directory/school";

    private final Structure structure;
    private final People people;
    private final Messages messages;
    private final Clock clock;

    StructurePages(Structure structure, People people, Messages messages, Clock clock) {
        this.structure = structure;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    View units(UiRequest request) {
        return View.page(
                "units",
                Map.of(
                        "units", unitsAsked(request),
                        "types", typeChips(request.caller().locale()),
                        "today", today()));
    }

    private List<Structure.UnitView> unitsAsked(UiRequest request) {
        Optional<UnitType> type = request.query("type").flatMap(name -> Form.constant(UnitType.class, name));
        String wanted = VietnameseText.fold(request.query("q").orElse(""));
        return structure.units(request.caller(), type, request.query("ended").isPresent()).stream()
                .filter(unit -> VietnameseText.fold(unit.data().name()).contains(wanted))
                .toList();
    }

    View exportUnits(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "don-vi",
                List.of(
                        "directory.column.name",
                        "directory.column.type",
                        "directory.unit.school-year",
                        "directory.column.heads",
                        "core.from",
                        "core.to"),
                unitsAsked(request).stream()
                        .map(unit -> List.of(
                                unit.data().name(),
                                messages.text(locale, "unit-type." + unit.data().type()),
                                unit.data().schoolYear(),
                                String.join(", ", unit.heads()),
                                VietnamTime.day(unit.validFrom()),
                                unit.validTo().map(VietnamTime::day).orElse(""))));
    }

    View unit(UiRequest request) {
        Caller caller = request.caller();
        Structure.UnitView unit = structure.unit(caller, request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("u", unit);
        unit.data().parentId().ifPresent(id -> model.put("parent", structure.unit(caller, id)));
        unit.data().campusId().ifPresent(id -> model.put("campus", campus(caller, id)));
        model.put("page", people.list(caller, membersOf(unit.id()), request.pageRequest()));
        model.put("today", today());
        return View.page("unit", model);
    }

    View createUnitForm(UiRequest request) {
        return View.page("unit-form", unitForm(request.caller()));
    }

    View createUnit(UiRequest request) {
        UnitType type = Form.constant(UnitType.class, request.form("type"))
                .orElseThrow(() -> new Invalid("type", "core.required"));
        UnitData data = unitData(request, type);
        String id = structure.createUnit(
                request.caller(), request.form("key"), data, Form.requiredDay(request, "validFrom"));
        return View.redirect(UNITS + "/" + id, "directory.unit-created", data.name());
    }

    View editUnitForm(UiRequest request) {
        Map<String, Object> model = unitForm(request.caller());
        model.put("u", structure.unit(request.caller(), request.path("id")));
        return View.page("unit-form", model);
    }

    View editUnit(UiRequest request) {
        String id = request.path("id");
        UnitType type = structure.unit(request.caller(), id).data().type();
        structure.updateUnit(request.caller(), id, Form.version(request), unitData(request, type));
        return View.redirect(UNITS + "/" + id, "core.saved");
    }

    View closeUnitForm(UiRequest request) {
        Structure.UnitView unit = structure.unit(request.caller(), request.path("id"));
        return lastDayForm(
                "directory.close-unit.title",
                UNITS + "/" + unit.id(),
                unit.data().name(),
                messages.text(request.caller().locale(), "directory.close-unit.hint"));
    }

    View closeUnit(UiRequest request) {
        structure.closeUnit(request.caller(), request.path("id"), Form.requiredDay(request, "lastDay"));
        return View.redirect(UNITS + "/" + request.path("id"), "core.saved");
    }

    View school(UiRequest request) {
        Caller caller = request.caller();
        return View.page(
                "school",
                Map.of(
                        "s", structure.school(caller),
                        "campuses", structure.campuses(caller, true),
                        "authorities", structure.authorities(caller),
                        "today", today()));
    }

    View editSchoolForm(UiRequest request) {
        return View.page("school-form", Map.of("s", structure.school(request.caller())));
    }

    View editSchool(UiRequest request) {
        School school = new School(
                request.form("name"),
                request.form("code"),
                request.form("abbreviation"),
                request.form("place"),
                request.form("address"));
        structure.updateSchool(request.caller(), Form.version(request), school);
        return View.redirect(SCHOOL, "core.saved");
    }

    View createCampusForm(UiRequest request) {
        return View.page("campus-form", Map.of("today", today()));
    }

    View createCampus(UiRequest request) {
        structure.createCampus(
                request.caller(), request.form("key"), campusData(request), Form.requiredDay(request, "validFrom"));
        return View.redirect(SCHOOL, "core.saved");
    }

    View editCampusForm(UiRequest request) {
        return View.page("campus-form", Map.of("c", campus(request.caller(), request.path("id")), "today", today()));
    }

    View editCampus(UiRequest request) {
        structure.updateCampus(request.caller(), request.path("id"), Form.version(request), campusData(request));
        return View.redirect(SCHOOL, "core.saved");
    }

    View closeCampusForm(UiRequest request) {
        Campus campus = campus(request.caller(), request.path("id"));
        return lastDayForm("directory.close-campus.title", SCHOOL, campus.name(), "");
    }

    View closeCampus(UiRequest request) {
        structure.closeCampus(request.caller(), request.path("id"), Form.requiredDay(request, "lastDay"));
        return View.redirect(SCHOOL, "core.saved");
    }

    View createAuthorityForm(UiRequest request) {
        return View.page("authority-form", authorityForm(request));
    }

    View createAuthority(UiRequest request) {
        structure.createAuthority(request.caller(), request.form("key"), authorityData(request));
        return View.redirect(SCHOOL, "core.saved");
    }

    View editAuthorityForm(UiRequest request) {
        Map<String, Object> model = authorityForm(request);
        model.put("a", authority(request));
        return View.page("authority-form", model);
    }

    View editAuthority(UiRequest request) {
        structure.updateAuthority(request.caller(), request.path("id"), Form.version(request), authorityData(request));
        return View.redirect(SCHOOL, "core.saved");
    }

    private View lastDayForm(String titleKey, String back, String backLabel, String hint) {
        return View.page(
                "day-form",
                Map.of(
                        "titleKey", titleKey,
                        "field", "lastDay",
                        "labelKey", "directory.last-day",
                        "back", back,
                        "backLabel", backLabel,
                        "hint", hint,
                        "today", today()));
    }

    private Authority authority(UiRequest request) {
        return structure.authorities(request.caller()).stream()
                .filter(authority -> authority.id().equals(request.path("id")))
                .findFirst()
                .orElseThrow(() -> new NotFound("directory.no-authority"));
    }

    private Campus campus(Caller caller, String campusId) {
        return structure.campuses(caller, true).stream()
                .filter(campus -> campus.id().equals(campusId))
                .findFirst()
                .orElseThrow(() -> new NotFound("directory.no-campus"));
    }

    private static UnitData unitData(UiRequest request, UnitType type) {
        boolean isClass = type == UnitType.SCHOOL_CLASS;
        return new UnitData(
                type,
                request.form("name"),
                Form.text(request, "parentId"),
                Form.text(request, "campusId"),
                isClass ? request.form("schoolYear") : "",
                isClass
                        ? Form.number(request, "grade", 0, StructureRules.LAST_GRADE)
                                .orElse(0)
                        : 0);
    }

    private static CampusData campusData(UiRequest request) {
        return new CampusData(request.form("name"), request.form("address"));
    }

    private static AuthorityData authorityData(UiRequest request) {
        return new AuthorityData(
                Form.constant(AuthorityLevel.class, request.form("level")).orElse(null),
                request.form("name"),
                request.form("organId"),
                Form.day(request, "validFrom").orElse(null),
                Form.day(request, "validTo"));
    }

    private Map<String, Object> unitForm(Caller caller) {
        Map<String, String> units = new LinkedHashMap<>();
        structure
                .units(caller, Optional.empty(), false)
                .forEach(unit -> units.put(unit.id(), unit.data().name()));
        Map<String, String> campuses = new LinkedHashMap<>();
        structure.campuses(caller, false).forEach(campus -> campuses.put(campus.id(), campus.name()));
        Map<String, Object> model = new HashMap<>();
        model.put("types", Form.choices(messages, caller.locale(), UnitType.class, "unit-type."));
        model.put("units", units);
        model.put("campuses", campuses);
        model.put("schoolYear", SchoolYear.of(today()));
        model.put("today", today());
        return model;
    }

    private Map<String, Object> authorityForm(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put(
                "levels", Form.choices(messages, request.caller().locale(), AuthorityLevel.class, "directory.level."));
        model.put("today", today());
        return model;
    }

    private List<Map<String, String>> typeChips(Locale locale) {
        return Form.filters(messages, locale, UnitType.class, "unit-type.");
    }

    private static People.Query membersOf(String unitId) {
        return new People.Query(
                Optional.empty(),
                Optional.of(unitId),
                Optional.empty(),
                Optional.empty(),
                Optional.of(People.State.WORKING));
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }
}
