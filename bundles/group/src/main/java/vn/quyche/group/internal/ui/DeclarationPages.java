package vn.quyche.group.internal.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MemberDifference;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.members.Declaration;
import vn.quyche.group.api.members.Declarations;
import vn.quyche.group.api.members.LineKind;

/** Declared member lists: the upload, the dry run, what it shows, and those of before. */
final class DeclarationPages {

    private static final String DECLARATIONS = "/group/declarations";
    private static final String OUTSIDE = "-";

    private final Declarations declarations;
    private final Groups groups;
    private final Attachments attachments;
    private final Messages messages;

    DeclarationPages(Declarations declarations, Groups groups, Attachments attachments, Messages messages) {
        this.declarations = declarations;
        this.groups = groups;
        this.attachments = attachments;
        this.messages = messages;
    }

    View compose(UiRequest request) {
        Caller caller = request.caller();
        MessagingGroup group = groups.get(caller, request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("group", group);
        model.put("allowed", groups.rights(caller, group.id()).settle());
        declarations.attestation(caller, group.id()).ifPresent(standing -> model.put("attestation", standing));
        Map<String, String> belonging = new LinkedHashMap<>();
        Set<String> inside = new HashSet<>();
        groups.members(caller, group.id()).stream()
                .filter(member -> member.byRule())
                .forEach(member -> {
                    belonging.put(member.personId(), member.name());
                    inside.add(member.personId());
                });
        groups.differences(caller, group.id()).stream()
                .filter(difference -> difference.kind() == MemberDifference.Kind.MISSING)
                .forEach(difference -> belonging.put(difference.personId(), difference.name()));
        model.put("belonging", belonging);
        model.put("inside", List.copyOf(inside));
        model.put(
                "before",
                declarations
                        .list(
                                caller,
                                new Declarations.Query(Optional.of(group.id()), Optional.empty()),
                                PageRequest.first(10))
                        .items());
        return View.page("declare", model);
    }

    View declare(UiRequest request) {
        Caller caller = request.caller();
        String group = groups.get(caller, request.path("id")).id();
        String id = request.form("way").equals("tick")
                ? declarations.tick(
                        caller,
                        group,
                        Set.copyOf(Form.texts(request, "people")),
                        request.form("others"),
                        request.form("key"))
                : declarations.read(caller, group, upload(request), request.form("key"));
        return View.redirect(DECLARATIONS + "/" + id);
    }

    View list(UiRequest request) {
        Caller caller = request.caller();
        Page<Declaration> page = declarations.list(caller, query(request), request.pageRequest());
        return View.page(
                "declarations",
                Map.of(
                        "page",
                        page,
                        "groupNames",
                        groupNames(caller, page.items()),
                        "states",
                        states(caller.locale())));
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        List<Declaration> all = Page.every(
                        request.pageRequest(), page -> declarations.list(caller, query(request), page))
                .toList();
        Map<String, String> names = groupNames(caller, all);
        return new View.Table(
                "ke-khai-thanh-vien",
                List.of(
                        "group.column.group",
                        "core.state",
                        "group.declared-at",
                        "group.declared-by",
                        "group.line-kind.MEMBER",
                        "group.line-kind.OUTSIDER",
                        "group.line-kind.MISSING",
                        "group.line-kind.DUPLICATE",
                        "group.declared-open"),
                all.stream()
                        .map(one -> List.of(
                                names.getOrDefault(one.groupId(), ""),
                                messages.text(caller.locale(), "group.declaration-state." + one.state()),
                                VietnamTime.moment(one.confirmedAt().orElse(one.startedAt())),
                                one.byName(),
                                Integer.toString(one.counts().members()),
                                Integer.toString(one.counts().outsiders()),
                                Integer.toString(one.counts().missing()),
                                Integer.toString(one.counts().duplicates()),
                                Integer.toString(one.open()))));
    }

    View detail(UiRequest request) {
        Caller caller = request.caller();
        Declaration one = declarations.get(caller, request.path("id"));
        MessagingGroup group = groups.get(caller, one.groupId());
        boolean open = open(request);
        Map<String, Object> model = new HashMap<>();
        model.put("one", one);
        model.put("group", group);
        model.put("allowed", groups.rights(caller, group.id()).settle());
        model.put("page", declarations.lines(caller, one.id(), kind(request), open, request.pageRequest()));
        model.put("kinds", kinds(one.counts(), caller.locale()));
        model.put("outside", OUTSIDE);
        model.put("forgetAfter", declarations.forgetAfterDays());
        return View.page("declaration", model);
    }

    View exportLines(UiRequest request) {
        Locale locale = request.caller().locale();
        Declaration one = declarations.get(request.caller(), request.path("id"));
        return new View.Table(
                "danh-sach-doi-chieu",
                List.of(
                        "group.line.row",
                        "group.line.name",
                        "group.line.phone",
                        "group.line.kind",
                        "core.person",
                        "group.line.recognised",
                        "group.line.next",
                        "group.line.done"),
                Page.every(
                                request.pageRequest(),
                                page -> declarations.lines(
                                        request.caller(), one.id(), kind(request), open(request), page))
                        .map(line -> List.of(
                                line.row() > 0 ? Integer.toString(line.row()) : "",
                                line.name(),
                                line.phone(),
                                messages.text(locale, "group.line-kind." + line.kind()),
                                line.personName(),
                                messages.text(locale, "group.recognised." + line.by()),
                                messages.text(locale, "group.line-next." + line.kind()),
                                line.doneAt().map(VietnamTime::moment).orElse(""))));
    }

    View settle(UiRequest request) {
        String person = request.form("personId");
        if (person.isBlank()) {
            throw new Invalid("personId", "core.required");
        }
        declarations.settle(
                request.caller(),
                request.path("id"),
                Form.number(request, "place", 1, Declarations.MAX_ROWS * 2).orElse(0),
                person.equals(OUTSIDE) ? Optional.empty() : Optional.of(person));
        return back(request, "?kind=UNCLEAR", "group.line-settled");
    }

    View lineForm(UiRequest request) {
        Caller caller = request.caller();
        Declaration one = declarations.get(caller, request.path("id"));
        return View.page(
                "declaration-line",
                Map.of(
                        "one",
                        one,
                        "line",
                        declarations.line(caller, one.id(), place(request.path("place"))),
                        "allowed",
                        one.state() == Declaration.State.DRAFT
                                && groups.rights(caller, one.groupId()).settle(),
                        "answers",
                        Form.choices(messages, caller.locale(), Answer.class, "group.line-answer.")));
    }

    /** What a line may mean. */
    private enum Answer {
        PERSON,
        OUTSIDER,
        NOBODY
    }

    View settleLine(UiRequest request) {
        String id = request.path("id");
        int place = place(request.path("place"));
        Answer answer = Form.constant(Answer.class, request.form("answer"))
                .orElseThrow(() -> new Invalid("answer", "core.required"));
        switch (answer) {
            case PERSON ->
                declarations.settle(
                        request.caller(),
                        id,
                        place,
                        Optional.of(Form.text(request, "personId")
                                .orElseThrow(() -> new Invalid("personId", "core.required"))));
            case OUTSIDER -> declarations.settle(request.caller(), id, place, Optional.empty());
            case NOBODY -> declarations.ignore(request.caller(), id, place);
        }
        return back(request, "", "group.line-settled");
    }

    private static int place(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw new NotFound("group.no-such-line");
        }
        return Integer.parseInt(text);
    }

    View confirm(UiRequest request) {
        Declaration confirmed = declarations.confirm(request.caller(), request.path("id"));
        return confirmed.open() == 0
                ? back(request, "", "group.declared")
                : back(request, "?open=1", "group.declared-with-open", confirmed.open());
    }

    View discard(UiRequest request) {
        Declaration one = declarations.get(request.caller(), request.path("id"));
        declarations.discard(request.caller(), one.id());
        return View.redirect("/group/groups/" + one.groupId() + "/declare", "group.declaration-discarded");
    }

    View done(UiRequest request) {
        Set<Integer> places = request.formAll("id").stream()
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        Declaration after = declarations.done(request.caller(), request.path("id"), places);
        return back(request, "?open=1", "group.lines-done", places.size(), after.open());
    }

    private static View back(UiRequest request, String query, String message, Object... args) {
        return View.redirect(DECLARATIONS + "/" + request.path("id") + query, message, args);
    }

    private String upload(UiRequest request) {
        List<UiRequest.Upload> files = request.files("file");
        if (files.isEmpty()) {
            throw new Invalid("file", "core.required");
        }
        UiRequest.Upload file = files.get(0);
        return attachments
                .receive(request.caller(), file.fileName(), file::open, Declarations.MAX_FILE)
                .id();
    }

    private static Declarations.Query query(UiRequest request) {
        return new Declarations.Query(
                request.query("group"),
                request.query("state").flatMap(name -> Form.constant(Declaration.State.class, name)));
    }

    private static Optional<LineKind> kind(UiRequest request) {
        return request.query("kind").flatMap(name -> Form.constant(LineKind.class, name));
    }

    private static boolean open(UiRequest request) {
        return request.query("open").filter("1"::equals).isPresent();
    }

    private List<Map<String, String>> states(Locale locale) {
        return Form.filters(messages, locale, Declaration.State.class, "group.declaration-state.");
    }

    private List<Map<String, Object>> kinds(Declaration.Counts counts, Locale locale) {
        List<Map<String, Object>> chips = new ArrayList<>();
        chips.add(Map.of("value", "", "label", messages.text(locale, "core.all")));
        for (LineKind kind : LineKind.values()) {
            int count = switch (kind) {
                case UNCLEAR -> counts.unclear();
                case OUTSIDER -> counts.outsiders();
                case MISSING -> counts.missing();
                case DUPLICATE -> counts.duplicates();
                case MEMBER -> counts.members();
                case NOBODY -> counts.nobody();
            };
            chips.add(Map.of(
                    "value", kind.name(), "label", messages.text(locale, "group.line-kind." + kind), "count", count));
        }
        return chips;
    }

    private Map<String, String> groupNames(Caller caller, List<Declaration> shown) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Declaration one : shown) {
            names.computeIfAbsent(one.groupId(), id -> groupName(caller, id));
        }
        return names;
    }

    private String groupName(Caller caller, String groupId) {
        try {
            return groups.get(caller, groupId).name();
        } catch (NotFound hidden) {
            return "";
        }
    }
}
