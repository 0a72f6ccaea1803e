package vn.quyche.core.document.internal.ui;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.IncomingState;
import vn.quyche.core.api.document.IncomingStep;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.document.internal.print.ArrivalStamp;
import vn.quyche.core.document.internal.service.DocumentPermissions;
import vn.quyche.core.document.internal.service.Registers;

/** Incoming documents: the list with what is done to many at once, one with its next step, and what waits. */
final class IncomingPages {

    private static final String LIST = "/document/incoming";
    private static final int SHOWN_HISTORY = 100;
    private static final int SHOWN_WAITING = 5;
    private static final List<String> SHOWABLE = List.of("application/pdf", "image/png", "image/jpeg");

    private final IncomingDocuments incoming;
    private final OutgoingDocuments outgoing;
    private final Assignees assignees;
    private final Registers registers;
    private final Attachments attachments;
    private final Access access;
    private final AuditTrail audit;
    private final CaseFilePages files;
    private final Printer printer;
    private final Messages messages;
    private final Clock clock;

    IncomingPages(
            IncomingDocuments incoming,
            OutgoingDocuments outgoing,
            Assignees assignees,
            Registers registers,
            Attachments attachments,
            Access access,
            AuditTrail audit,
            CaseFilePages files,
            Printer printer,
            Messages messages,
            Clock clock) {
        this.incoming = incoming;
        this.outgoing = outgoing;
        this.assignees = assignees;
        this.registers = registers;
        this.attachments = attachments;
        this.access = access;
        this.audit = audit;
        this.files = files;
        this.printer = printer;
        this.messages = messages;
        this.clock = clock;
    }

    /** A document that waits for the caller, with the word of its next step. */
    public record Waiting(IncomingDocument document, String step) {}

    View list(UiRequest request) {
        Caller caller = request.caller();
        Page<IncomingDocument> page = incoming.list(caller, query(request), request.pageRequest());
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        Map<String, String> receivers = new HashMap<>();
        page.items().forEach(one -> receivers.put(one.id(), registers.receivers(one)));
        model.put("receivers", receivers);
        model.put("states", Form.filters(messages, caller.locale(), IncomingState.class, "document.incoming-state."));
        model.put(
                "which",
                Stream.of("", "mine", "late")
                        .map(value -> Map.of(
                                "value",
                                value,
                                "label",
                                messages.text(
                                        caller.locale(), value.isEmpty() ? "core.all" : "document.only-" + value)))
                        .toList());
        model.put("leads", assignees.options());
        model.put("today", VietnamTime.today(clock));
        return View.page("incoming", model);
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        return new View.Table(
                "van-ban-den",
                List.of(
                        "document.arrival-number",
                        "document.arrived-on",
                        "document.sender",
                        "document.code",
                        "document.day",
                        "document.kind",
                        "document.subject",
                        "core.state",
                        "document.receivers",
                        "document.due-on"),
                Page.every(page -> incoming.list(caller, query(request), page))
                        .map(one -> List.of(
                                String.valueOf(one.number()),
                                VietnamTime.day(one.arrivedOn()),
                                one.sender(),
                                one.code(),
                                one.day().map(VietnamTime::day).orElse(""),
                                one.kind().title(),
                                one.subject(),
                                messages.text(caller.locale(), "document.incoming-state." + one.state()),
                                registers.receivers(one),
                                one.dueOn().map(VietnamTime::day).orElse(""))));
    }

    View detail(UiRequest request) {
        Caller caller = request.caller();
        IncomingDocument found = incoming.get(caller, request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("one", found);
        for (IncomingStep step : incoming.steps(caller, found.id())) {
            model.put(
                    switch (step) {
                        case DIRECT -> "mayDirect";
                        case ROUTE -> "mayRoute";
                        case START -> "mayStart";
                        case COMPLETE -> "mayComplete";
                    },
                    true);
        }
        model.put("receivers", registers.receivers(found));
        model.put("answers", outgoing.answers(List.of(found.id())).getOrDefault(found.id(), List.of()));
        model.put("attached", incoming.files(caller, found.id()));
        model.put("leads", assignees.options());
        model.put("unitOptions", assignees.units());
        model.put("caseFiles", files.offered(caller));
        model.put("late", found.late(VietnamTime.today(clock)));
        model.put(
                "lines",
                audit.history("document.incoming", found.id(), PageRequest.first(SHOWN_HISTORY))
                        .items());
        return View.page("incoming-one", model);
    }

    View file(UiRequest request) {
        Attachment file = incoming.files(request.caller(), request.path("id")).stream()
                .filter(one -> one.id().equals(request.path("file")))
                .findFirst()
                .orElseThrow(() -> new NotFound("document.no-attachment"));
        return new View.Download(file.fileName(), file.mediaType(), SHOWABLE.contains(file.mediaType()), out -> {
            try (InputStream in = attachments.open(file)) {
                in.transferTo(out);
            }
        });
    }

    View slip(UiRequest request) {
        IncomingDocument found = incoming.get(request.caller(), request.path("id"));
        PrintedDocument slip = incoming.slip(request.caller(), found.id());
        return new View.Download(
                "phieu-giai-quyet-" + found.number() + ".pdf",
                Printer.Format.PDF.contentType(),
                true,
                out -> printer.print(slip, Printer.Format.PDF, out));
    }

    View stamp(UiRequest request) {
        ArrivalStamp stamp = registers.stamp(request.caller(), request.path("id"));
        return new View.Download("dau-den.pdf", Printer.Format.PDF.contentType(), true, stamp::write);
    }

    View direct(UiRequest request) {
        incoming.direct(request.caller(), List.of(request.path("id")), Assignees.routing(request));
        return View.redirect(LIST + "/" + request.path("id"), "document.directed");
    }

    View route(UiRequest request) {
        incoming.route(request.caller(), List.of(request.path("id")), Assignees.routing(request));
        return View.redirect(LIST + "/" + request.path("id"), "document.routed");
    }

    View directMany(UiRequest request) {
        List<String> ids = request.formAll("id");
        incoming.direct(request.caller(), ids, Assignees.routing(request));
        return View.redirect(LIST, "document.directed-many", ids.size());
    }

    View routeMany(UiRequest request) {
        List<String> ids = request.formAll("id");
        incoming.route(request.caller(), ids, Assignees.routing(request));
        return View.redirect(LIST, "document.routed-many", ids.size());
    }

    View start(UiRequest request) {
        incoming.start(request.caller(), request.path("id"));
        return View.redirect(LIST + "/" + request.path("id"), "document.started");
    }

    View complete(UiRequest request) {
        incoming.complete(request.caller(), request.path("id"), request.form("outcome"));
        return View.redirect(LIST + "/" + request.path("id"), "document.completed");
    }

    /** What the principal is to say, the clerk to route, and the caller to handle. */
    View card(UiRequest request) {
        Caller caller = request.caller();
        List<Waiting> waiting = new ArrayList<>();
        if (access.allows(caller, DocumentPermissions.DIRECT, Scope.school())) {
            add(waiting, caller, IncomingDocuments.Query.in(IncomingState.REGISTERED), "document.step.DIRECT");
        }
        if (access.allows(caller, DocumentPermissions.REGISTER, Scope.school())) {
            add(waiting, caller, IncomingDocuments.Query.in(IncomingState.DIRECTED), "document.step.ROUTE");
        }
        for (IncomingState state : List.of(IncomingState.ASSIGNED, IncomingState.IN_PROGRESS)) {
            add(
                    waiting,
                    caller,
                    new IncomingDocuments.Query(Optional.empty(), Optional.of(state), false, true),
                    state == IncomingState.ASSIGNED ? "document.step.START" : "document.step.COMPLETE");
        }
        LocalDate today = VietnamTime.today(clock);
        List<Waiting> lateFirst = Stream.concat(
                        waiting.stream().filter(one -> one.document().late(today)),
                        waiting.stream().filter(one -> !one.document().late(today)))
                .toList();
        return View.page("card-incoming", Map.of("waiting", lateFirst));
    }

    private void add(List<Waiting> waiting, Caller caller, IncomingDocuments.Query query, String step) {
        incoming.list(caller, query, PageRequest.first(SHOWN_WAITING))
                .items()
                .forEach(one -> waiting.add(new Waiting(one, step)));
    }

    private static IncomingDocuments.Query query(UiRequest request) {
        return new IncomingDocuments.Query(
                request.query("q"),
                request.query("state").flatMap(name -> Form.constant(IncomingState.class, name)),
                request.query("only").filter("late"::equals).isPresent(),
                request.query("only").filter("mine"::equals).isPresent());
    }
}
