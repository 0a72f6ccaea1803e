package vn.quyche.core.directory.internal.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.Gender;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.directory.internal.service.DirectoryPermissions;

/** People: the list, one person with posts over time, and the forms. */
final class PeoplePages {

    private static final String PEOPLE = "/directory/people";
    private static final int SHOWN_HISTORY = 20;

    private final People people;
    private final Structure structure;
    private final Access access;
    private final AuditTrail audit;
    private final Messages messages;
    private final Clock clock;

    PeoplePages(People people, Structure structure, Access access, AuditTrail audit, Messages messages, Clock clock) {
        this.people = people;
        this.structure = structure;
        this.access = access;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    View list(UiRequest request) {
        Caller caller = request.caller();
        Map<String, Object> model = new HashMap<>();
        model.put("page", people.list(caller, query(request), request.pageRequest()));
        model.put("states", stateChips(caller.locale()));
        model.put("units", units(caller));
        model.put("posts", Form.choices(messages, caller.locale(), Post.class, "post."));
        return View.page("people", model);
    }

    View export(UiRequest request) {
        List<List<String>> table = people.table(request.caller(), query(request), request.pageRequest());
        return new View.Table("nhan-su", table.get(0), table.stream().skip(1));
    }

    View detail(UiRequest request) {
        Caller caller = request.caller();
        People.Detail detail = people.get(caller, request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("p", detail);
        model.put("today", today());
        // The history tells old values of everything: it is for those who may see all of it.
        if (access.allows(caller, DirectoryPermissions.READ_SENSITIVE, Scope.school())) {
            model.put(
                    "lines",
                    audit.history("directory.person", detail.id(), PageRequest.first(SHOWN_HISTORY))
                            .items());
        }
        return View.page("person", model);
    }

    View createForm(UiRequest request) {
        return View.page("person-form", formModel(request.caller().locale()));
    }

    View create(UiRequest request) {
        People.Data data = data(request);
        String id = people.create(request.caller(), request.form("key"), data, Form.requiredDay(request, "firstDay"));
        return View.redirect(PEOPLE + "/" + id, "directory.person-created", data.fullName());
    }

    View editForm(UiRequest request) {
        Map<String, Object> model = formModel(request.caller().locale());
        model.put("p", people.get(request.caller(), request.path("id")));
        return View.page("person-form", model);
    }

    View edit(UiRequest request) {
        People.Data data = data(request);
        people.update(request.caller(), request.path("id"), Form.version(request), data);
        return back(request, "directory.person-changed", data.fullName());
    }

    View rejoinForm(UiRequest request) {
        return dayForm(request, "directory.rejoin", "firstDay", "directory.first-day");
    }

    View rejoin(UiRequest request) {
        people.rejoin(request.caller(), request.path("id"), Form.requiredDay(request, "firstDay"));
        return back(request, "core.saved");
    }

    View postForm(UiRequest request) {
        Caller caller = request.caller();
        Map<String, Object> model = new HashMap<>();
        model.put("p", people.get(caller, request.path("id")));
        model.put("posts", Form.choices(messages, caller.locale(), Post.class, "post."));
        model.put("units", units(caller));
        model.put("campuses", campuses(caller));
        model.put("today", today());
        return View.page("post-form", model);
    }

    View assign(UiRequest request) {
        Post post =
                Form.constant(Post.class, request.form("post")).orElseThrow(() -> new Invalid("post", "core.required"));
        people.assign(
                request.caller(),
                request.form("key"),
                request.path("id"),
                new People.NewAssignment(
                        post,
                        Form.text(request, "unitId"),
                        Form.text(request, "campusId"),
                        request.form("concurrent").equals("true"),
                        request.form("decisionNumber"),
                        Form.requiredDay(request, "from")));
        return back(request, "directory.post-assigned");
    }

    View endPostForm(UiRequest request) {
        return dayForm(request, "directory.end-post.title", "lastDay", "directory.last-day");
    }

    View endPost(UiRequest request) {
        people.endAssignment(request.caller(), request.path("assignment"), Form.requiredDay(request, "lastDay"));
        return back(request, "core.saved");
    }

    View joinForm(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("p", people.get(request.caller(), request.path("id")));
        model.put("units", units(request.caller()));
        model.put("today", today());
        return View.page("membership-form", model);
    }

    View join(UiRequest request) {
        String unitId = Form.text(request, "unitId").orElseThrow(() -> new Invalid("unitId", "core.required"));
        people.join(
                request.caller(), request.form("key"), request.path("id"), unitId, Form.requiredDay(request, "from"));
        return back(request, "core.saved");
    }

    View endMembershipForm(UiRequest request) {
        return dayForm(request, "directory.end-membership.title", "lastDay", "directory.last-day");
    }

    View endMembership(UiRequest request) {
        people.endMembership(request.caller(), request.path("membership"), Form.requiredDay(request, "lastDay"));
        return back(request, "core.saved");
    }

    /** A form that asks for nothing but a day. */
    private View dayForm(UiRequest request, String titleKey, String field, String labelKey) {
        People.Detail detail = people.get(request.caller(), request.path("id"));
        return View.page(
                "day-form",
                Map.of(
                        "titleKey",
                        titleKey,
                        "field",
                        field,
                        "labelKey",
                        labelKey,
                        "back",
                        PEOPLE + "/" + detail.id(),
                        "backLabel",
                        detail.data().fullName(),
                        "hint",
                        "",
                        "today",
                        today()));
    }

    private static View back(UiRequest request, String messageKey, Object... args) {
        return View.redirect(PEOPLE + "/" + request.path("id"), messageKey, args);
    }

    private static People.Query query(UiRequest request) {
        Optional<String> state = request.query("state");
        return new People.Query(
                request.query("q"),
                request.query("unit"),
                request.query("post").flatMap(name -> Form.constant(Post.class, name)),
                request.query("campus"),
                state.isPresent()
                        ? state.flatMap(name -> Form.constant(People.State.class, name))
                        : Optional.of(People.State.WORKING));
    }

    private static People.Data data(UiRequest request) {
        return new People.Data(
                request.form("familyName"),
                request.form("middleName"),
                request.form("givenName"),
                Form.day(request, "birthDate"),
                Form.constant(Gender.class, request.form("gender")),
                request.form("phone"),
                request.form("email"),
                request.form("staffCode"));
    }

    private Map<String, Object> formModel(Locale locale) {
        Map<String, Object> model = new HashMap<>();
        model.put("genders", Form.choices(messages, locale, Gender.class, "directory.gender."));
        model.put("today", today());
        return model;
    }

    /** Working people are shown without a choice; "ALL" names no state and so restricts nothing. */
    private List<Map<String, String>> stateChips(Locale locale) {
        return List.of(
                chip("", messages.text(locale, "directory.state.WORKING")),
                chip("COMING", messages.text(locale, "directory.state.COMING")),
                chip("LEFT", messages.text(locale, "directory.state.LEFT")),
                chip("ALL", messages.text(locale, "core.all")));
    }

    private static Map<String, String> chip(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    private Map<String, String> units(Caller caller) {
        Map<String, String> units = new LinkedHashMap<>();
        structure
                .units(caller, Optional.empty(), false)
                .forEach(unit -> units.put(unit.id(), unit.data().name()));
        return units;
    }

    private Map<String, String> campuses(Caller caller) {
        Map<String, String> campuses = new LinkedHashMap<>();
        for (Campus campus : structure.campuses(caller, false)) {
            campuses.put(campus.id(), campus.name());
        }
        return campuses;
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }
}
