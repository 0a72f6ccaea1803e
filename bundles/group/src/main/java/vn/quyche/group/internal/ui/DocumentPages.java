package vn.quyche.group.internal.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MeetingDocument;
import vn.quyche.group.api.MeetingDocuments;
import vn.quyche.group.api.PaperUse;

/** The register of documents in place of paper, and the delivery of each to each person. */
final class DocumentPages {

    private final MeetingDocuments documents;
    private final Directives directives;
    private final GroupNames names;
    private final Messages messages;

    DocumentPages(MeetingDocuments documents, Directives directives, Groups groups, Messages messages) {
        this.documents = documents;
        this.directives = directives;
        this.names = new GroupNames(groups);
        this.messages = messages;
    }

    View list(UiRequest request) {
        Caller caller = request.caller();
        Page<MeetingDocuments.Entry> page = documents.list(caller, query(request), request.pageRequest());
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put(
                "groupNames",
                names.of(
                        caller,
                        page.items().stream()
                                .map(entry -> entry.directive().groupId())
                                .toList()));
        model.put(
                "mine",
                directives.myReceipts(
                        caller,
                        page.items().stream()
                                .map(entry -> entry.directive().id())
                                .toList()));
        return View.page("documents", model);
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        Locale locale = caller.locale();
        List<MeetingDocuments.Entry> entries = Page.every(
                        request.pageRequest(), page -> documents.list(caller, query(request), page))
                .toList();
        Map<String, String> groups = names.of(
                caller,
                entries.stream().map(entry -> entry.directive().groupId()).toList());
        return new View.Table(
                "tai-lieu-hop",
                Stream.of(
                                "held",
                                "meeting",
                                "place",
                                "paper",
                                "number",
                                "title",
                                "group",
                                "recipients",
                                "delivered-count")
                        .map(column -> "group.column." + column)
                        .toList(),
                entries.stream().map(entry -> cells(entry, groups, locale)));
    }

    View deliveries(UiRequest request) {
        Caller caller = request.caller();
        Directive directive = directives.get(caller, request.path("id"));
        return View.page(
                "deliveries",
                Map.of(
                        "directive",
                        directive,
                        "page",
                        documents.deliveries(caller, directive.id(), request.pageRequest())));
    }

    View exportDeliveries(UiRequest request) {
        Caller caller = request.caller();
        Directive directive = directives.get(caller, request.path("id"));
        return new View.Table(
                "giao-tai-lieu-" + directive.number().replace('/', '-'),
                List.of("group.column.person", "group.column.delivered-at", "group.column.paper-owed"),
                Page.every(request.pageRequest(), page -> documents.deliveries(caller, directive.id(), page))
                        .map(one -> List.of(
                                one.name(),
                                one.deliveredAt().map(VietnamTime::moment).orElse(""),
                                messages.text(caller.locale(), one.paperOwed() ? "core.yes" : "core.no"))));
    }

    private List<String> cells(MeetingDocuments.Entry entry, Map<String, String> groups, Locale locale) {
        Directive directive = entry.directive();
        MeetingDocument document = directive.content().document().orElseThrow();
        return List.of(
                VietnamTime.day(document.heldOn()),
                document.meeting(),
                document.place(),
                messages.text(locale, "group.paper." + document.paper()),
                directive.number(),
                directive.title(),
                groups.getOrDefault(directive.groupId(), ""),
                String.valueOf(entry.recipients()),
                String.valueOf(entry.delivered()));
    }

    private static MeetingDocuments.Query query(UiRequest request) {
        return new MeetingDocuments.Query(
                request.query("group"),
                request.query("q"),
                request.query("paper").flatMap(name -> Form.constant(PaperUse.class, name)),
                request.query("view").filter("mine"::equals).isPresent());
    }
}
