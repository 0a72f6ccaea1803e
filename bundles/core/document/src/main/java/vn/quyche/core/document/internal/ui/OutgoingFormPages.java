package vn.quyche.core.document.internal.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.IncomingState;
import vn.quyche.core.api.document.NewOutgoing;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.print.SigningCapacity;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;

/** The form that begins or changes an outgoing document. */
final class OutgoingFormPages {

    private static final String LIST = "/document/outgoing";
    private static final int OFFERED = 200;

    private final OutgoingDocuments outgoing;
    private final Attachments attachments;
    private final IncomingDocuments incoming;
    private final Assignees assignees;
    private final Directory directory;
    private final Messages messages;
    private final Clock clock;

    OutgoingFormPages(
            OutgoingDocuments outgoing,
            IncomingDocuments incoming,
            Assignees assignees,
            Attachments attachments,
            Directory directory,
            Messages messages,
            Clock clock) {
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.assignees = assignees;
        this.attachments = attachments;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    View compose(UiRequest request) {
        Map<String, Object> model = model(request);
        model.put("recipients", "Lưu: VT");
        return View.page("outgoing-form", model);
    }

    View draft(UiRequest request) {
        String id = outgoing.draft(request.caller(), request.form("key"), entered(request));
        return View.redirect(LIST + "/" + id, "document.drafted");
    }

    View edit(UiRequest request) {
        OutgoingDocument found = outgoing.get(request.caller(), request.path("id"));
        Map<String, Object> model = model(request);
        fill(request.caller(), model, found);
        return View.page("outgoing-form", model);
    }

    View revise(UiRequest request) {
        outgoing.revise(request.caller(), request.path("id"), Form.version(request), entered(request));
        return View.redirect(LIST + "/" + request.path("id"), "document.revised");
    }

    Map<String, Object> model(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("kinds", OutgoingPages.kinds());
        model.put("urgencies", Form.choices(messages, request.caller().locale(), Urgency.class, "document.urgency."));
        model.put(
                "capacities",
                Form.choices(messages, request.caller().locale(), SigningCapacity.class, "document.capacity."));
        model.put("leaders", leaders());
        model.put("unitOptions", assignees.units());
        model.put("circulationUnits", List.of());
        model.put("circulationPeople", List.of());
        model.put("answering", request.query("answers").orElse(""));
        model.put("arrivals", arrivals(request.caller()));
        return model;
    }

    /** What was entered about a document. */
    void fill(Caller caller, Map<String, Object> model, OutgoingDocument found) {
        Map<String, String> arrivals = arrivals(caller);
        // What it answers may be done by now, and stays chosen.
        incoming.those(caller, List.of(found.answersId())).forEach(one -> arrivals.put(one.id(), label(one)));
        model.put("arrivals", arrivals);
        model.put("one", found);
        model.put("recipients", String.join("\n", found.recipients()));
        model.put(
                "circulationUnits",
                found.circulation().stream()
                        .filter(Assignee::unit)
                        .map(Assignee::id)
                        .toList());
        model.put(
                "circulationPeople",
                found.circulation().stream()
                        .filter(one -> !one.unit())
                        .map(Assignee::id)
                        .toList());
    }

    /** The incoming documents that are still to be answered. */
    private Map<String, String> arrivals(Caller caller) {
        Map<String, String> arrivals = new LinkedHashMap<>();
        incoming.list(caller, IncomingDocuments.Query.all(), PageRequest.first(OFFERED)).items().stream()
                .filter(one -> one.state() != IncomingState.COMPLETED)
                .forEach(one -> arrivals.put(one.id(), label(one)));
        return arrivals;
    }

    private static String label(IncomingDocument one) {
        return one.number() + ": " + one.sender() + (one.code().isEmpty() ? "" : " " + one.code()) + " – "
                + one.subject();
    }

    /** Who may sign for the school: the principal first. */
    private Map<String, String> leaders() {
        LocalDate today = VietnamTime.today(clock);
        Map<String, String> leaders = new LinkedHashMap<>();
        for (Post post : List.of(Post.PRINCIPAL, Post.VICE_PRINCIPAL)) {
            directory.holders(post, today).forEach(person -> leaders.putIfAbsent(person.id(), person.fullName()));
        }
        return leaders;
    }

    NewOutgoing entered(UiRequest request) {
        return new NewOutgoing(
                Form.constant(DocumentKind.class, request.form("kind")).orElse(null),
                request.form("subject"),
                request.form("unitCode"),
                Form.constant(Urgency.class, request.form("urgency")).orElse(null),
                request.form("recipients").lines().toList(),
                Stream.concat(
                                Form.texts(request, "circulationUnits").stream().map(Assignee::unit),
                                Form.texts(request, "circulationPeople").stream()
                                        .map(Assignee::person))
                        .toList(),
                request.form("answersId"),
                request.form("approverId"),
                request.form("signerId"),
                Form.constant(SigningCapacity.class, request.form("capacity")).orElse(null),
                OutgoingPages.received(request, attachments, "fileId").orElse(""),
                request.form("versionNote"));
    }
}
