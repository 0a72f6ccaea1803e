package vn.quyche.group.internal.ui;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.conduct.CaseKind;
import vn.quyche.group.api.conduct.CaseState;
import vn.quyche.group.api.conduct.Conduct;
import vn.quyche.group.api.conduct.ConductCase;

/** Conduct in groups: the list, and one case with its steps and what may be done next. */
final class ConductPages {

    private final Conduct conduct;
    private final Groups groups;
    private final Attachments attachments;
    private final Messages messages;

    ConductPages(Conduct conduct, Groups groups, Attachments attachments, Messages messages) {
        this.conduct = conduct;
        this.groups = groups;
        this.attachments = attachments;
        this.messages = messages;
    }

    View list(UiRequest request) {
        Conduct.Query query = query(request);
        Page<ConductCase> page = conduct.list(request.caller(), query, request.pageRequest());
        Locale locale = request.caller().locale();
        return View.page(
                "conduct",
                Map.of(
                        "page",
                        page,
                        "kind",
                        query.kind(),
                        "groupNames",
                        groupNames(request.caller(), page.items()),
                        "kinds",
                        kinds(locale),
                        "states",
                        states(locale)));
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        Conduct.Query query = query(request);
        List<ConductCase> found = Page.every(request.pageRequest(), page -> conduct.list(caller, query, page))
                .toList();
        Map<String, String> names = groupNames(caller, found);
        Map<String, String> citations =
                conduct.clauses().stream().collect(Collectors.toMap(Clause::id, Clause::citation));
        Stream<List<String>> rows = found.stream()
                .map(one -> List.of(
                        VietnamTime.moment(one.openedAt()),
                        messages.text(caller.locale(), "group.case-kind." + one.kind()),
                        names.getOrDefault(one.groupId(), ""),
                        topic(caller.locale(), one, citations),
                        one.personName(),
                        one.reporterName(),
                        VietnamTime.moment(one.happenedAt()),
                        one.text(),
                        messages.text(caller.locale(), "group.case-state." + one.state()),
                        one.state().closed() ? "" : VietnamTime.moment(one.dueAt()),
                        one.outcome()
                                .map(outcome -> messages.text(caller.locale(), "group.outcome." + outcome))
                                .orElse("")));
        return new View.Table(
                "ung-xu-trong-nhom",
                List.of(
                        "group.case.opened",
                        "group.case.kind",
                        "group.column.group",
                        "group.case.topic",
                        "group.case.person",
                        "group.case.reporter",
                        "group.case.happened",
                        "group.case.text",
                        "core.state",
                        "group.case.due",
                        "group.case.outcome"),
                rows);
    }

    View detail(UiRequest request) {
        Caller caller = request.caller();
        ConductCase one = conduct.get(caller, request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("one", one);
        model.put("groupName", groupNames(caller, List.of(one)).get(one.groupId()));
        model.put("files", conduct.files(caller, one.id()));
        model.put("actions", CaseAction.of(one, conduct.rights(caller, one.id())));
        model.put("closed", one.state().closed());
        return View.page("conduct-case", model);
    }

    View file(UiRequest request) {
        Attachment file = conduct.files(request.caller(), request.path("id")).stream()
                .filter(one -> one.id().equals(request.path("file")))
                .findFirst()
                .orElseThrow(() -> new NotFound("group.file-not-found"));
        return new View.Download(file.fileName(), file.mediaType(), DirectivePages.safeToShow(file), out -> {
            try (var in = attachments.open(file)) {
                in.transferTo(out);
            }
        });
    }

    private static Conduct.Query query(UiRequest request) {
        return new Conduct.Query(
                request.query("kind")
                        .flatMap(name -> Form.constant(CaseKind.class, name))
                        .orElse(CaseKind.VIOLATION),
                request.query("group").filter(id -> !id.isBlank()),
                request.query("state").flatMap(name -> Form.constant(CaseState.class, name)),
                Optional.empty(),
                request.query("q").filter(text -> !text.isBlank()),
                request.query("mine").filter("1"::equals).isPresent());
    }

    /** The chips of the kinds: a list without choice shows violations. */
    private List<Map<String, String>> kinds(Locale locale) {
        return Stream.of(CaseKind.values())
                .map(kind -> Map.of(
                        "value",
                        kind == CaseKind.VIOLATION ? "" : kind.name(),
                        "label",
                        messages.text(locale, "group.case-kind." + kind)))
                .toList();
    }

    private List<Map<String, String>> states(Locale locale) {
        return Form.filters(messages, locale, CaseState.class, "group.case-state.");
    }

    private String topic(Locale locale, ConductCase one, Map<String, String> citations) {
        return switch (one.kind()) {
            case VIOLATION -> citations.getOrDefault(one.topic(), one.topic());
            case INCIDENT, CHANGE -> messages.text(locale, "group.case-topic." + one.topic());
            case SUGGESTION -> "";
        };
    }

    private Map<String, String> groupNames(Caller caller, List<ConductCase> shown) {
        Map<String, String> names = new LinkedHashMap<>();
        for (ConductCase one : shown) {
            names.computeIfAbsent(one.groupId(), id -> groupName(caller, id));
        }
        return names;
    }

    /** Who brought a case may see it without seeing the group any more. */
    private String groupName(Caller caller, String groupId) {
        try {
            return groups.get(caller, groupId).name();
        } catch (NotFound hidden) {
            return "";
        }
    }
}
