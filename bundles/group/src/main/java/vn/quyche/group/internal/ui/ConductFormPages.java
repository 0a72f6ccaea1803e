package vn.quyche.group.internal.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.conduct.CaseKind;
import vn.quyche.group.api.conduct.CaseState;
import vn.quyche.group.api.conduct.ChangeTopic;
import vn.quyche.group.api.conduct.Conduct;
import vn.quyche.group.api.conduct.ConductCase;
import vn.quyche.group.api.conduct.IncidentTopic;
import vn.quyche.group.api.conduct.NewCase;
import vn.quyche.group.api.conduct.Outcome;

/** The form that brings a case before the leader, and one form for each step that is taken in it. */
final class ConductFormPages {

    /** The largest file that is taken, bytes. */
    private static final long MAX_FILE = 20L << 20;

    private static final int MAX_DAYS = 365;

    private final Conduct conduct;
    private final Attachments attachments;
    private final Messages messages;

    ConductFormPages(Conduct conduct, Attachments attachments, Messages messages) {
        this.conduct = conduct;
        this.attachments = attachments;
        this.messages = messages;
    }

    View compose(UiRequest request) {
        Locale locale = request.caller().locale();
        CaseKind kind = kind(request);
        Map<String, String> groups = new LinkedHashMap<>();
        for (MessagingGroup group : conduct.groups(request.caller())) {
            groups.put(group.id(), group.name());
        }
        Map<String, Object> model = new HashMap<>();
        model.put("kind", kind);
        model.put("kinds", tabs(locale, kind));
        model.put("groups", groups);
        model.put("groupId", request.query("group").orElse(""));
        model.put("topics", topics(locale, kind));
        model.put("chosen", List.of());
        model.put("person", kind == CaseKind.VIOLATION || kind == CaseKind.INCIDENT);
        return View.page("conduct-form", model);
    }

    View report(UiRequest request) {
        List<String> files = new ArrayList<>();
        for (UiRequest.Upload upload : request.files("files")) {
            files.add(attachments
                    .receive(request.caller(), upload.fileName(), upload::open, MAX_FILE)
                    .id());
        }
        NewCase entered = new NewCase(
                kind(request),
                request.form("groupId"),
                request.form("topic"),
                Form.text(request, "personId"),
                Form.time(request, "happenedAt"),
                request.form("text"),
                files);
        String id = conduct.report(request.caller(), entered, request.form("key"));
        return View.redirect("/group/conduct/" + id, "group.case.reported");
    }

    /** The form of a step; when somebody else was faster it says so in place of its fields. */
    View stepForm(UiRequest request) {
        Caller caller = request.caller();
        ConductCase one = conduct.get(caller, request.path("id"));
        Conduct.Rights rights = conduct.rights(caller, one.id());
        CaseAction action = action(request);
        Map<String, Object> model = new HashMap<>();
        model.put("one", one);
        model.put("action", action);
        model.put("allowed", CaseAction.of(one, rights).contains(action));
        model.put("outcomes", outcomes(caller.locale(), one, rights));
        return View.page("conduct-step", model);
    }

    View step(UiRequest request) {
        Caller caller = request.caller();
        String id = request.path("id");
        String text = request.form("text");
        switch (action(request)) {
            case STOP -> conduct.askStop(caller, id, text);
            case ANSWER -> conduct.answer(caller, id, text);
            case FIND -> conduct.find(caller, id, yes(request, "violated"), text);
            case DECIDE ->
                conduct.decide(
                        caller,
                        id,
                        Form.constant(Outcome.class, request.form("outcome"))
                                .orElseThrow(() -> new Invalid("outcome", "core.required")),
                        Form.number(request, "days", 1, MAX_DAYS).orElse(0),
                        text);
            case NOTE -> conduct.measure(caller, id, text);
            case SETTLE -> conduct.settle(caller, id, yes(request, "agreed"), text);
        }
        return View.redirect("/group/conduct/" + id, "group.case.step-taken");
    }

    /** What may follow from a violation: nobody is removed whom the report does not name. */
    private Map<String, String> outcomes(Locale locale, ConductCase one, Conduct.Rights rights) {
        Map<String, String> outcomes = Form.choices(messages, locale, Outcome.class, "group.outcome.");
        if (one.personId().isEmpty()) {
            outcomes.remove(Outcome.POSTING_WITHDRAWN.name());
            outcomes.remove(Outcome.REMOVED.name());
        }
        if (one.state() == CaseState.HANDED_OVER) {
            outcomes.remove(Outcome.HANDED_OVER.name());
        }
        if (!rights.judge()) {
            outcomes.remove(Outcome.OTHER_MEASURE.name());
        }
        return outcomes;
    }

    private Map<String, String> topics(Locale locale, CaseKind kind) {
        return switch (kind) {
            case VIOLATION -> {
                Map<String, String> clauses = new LinkedHashMap<>();
                for (Clause clause : conduct.clauses()) {
                    clauses.put(clause.id(), clause.citation() + " – " + clause.summary());
                }
                yield clauses;
            }
            case INCIDENT -> Form.choices(messages, locale, IncidentTopic.class, "group.case-topic.");
            case CHANGE -> Form.choices(messages, locale, ChangeTopic.class, "group.case-topic.");
            case SUGGESTION -> Map.of();
        };
    }

    private List<Map<String, Object>> tabs(Locale locale, CaseKind current) {
        List<Map<String, Object>> tabs = new ArrayList<>();
        for (CaseKind kind : CaseKind.values()) {
            tabs.add(Map.of(
                    "href",
                    "/group/conduct/new?kind=" + kind,
                    "label",
                    messages.text(locale, "group.case-kind." + kind),
                    "current",
                    kind == current));
        }
        return tabs;
    }

    /** The kind that was sent; before that the one in the address. */
    private static CaseKind kind(UiRequest request) {
        return Optional.of(request.form("kind"))
                .filter(name -> !name.isBlank())
                .or(() -> request.query("kind"))
                .flatMap(name -> Form.constant(CaseKind.class, name))
                .orElse(CaseKind.VIOLATION);
    }

    private static CaseAction action(UiRequest request) {
        return Form.constant(CaseAction.class, request.path("step").toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new NotFound("group.case-not-found", request.path("id")));
    }

    private static boolean yes(UiRequest request, String field) {
        return switch (request.form(field)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Invalid(field, "core.required");
        };
    }
}
