package vn.quyche.core.document.internal.ui;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentTemplates;
import vn.quyche.core.api.document.DocumentVersion;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.document.OutgoingStep;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.document.internal.service.DocumentPermissions;

/** Outgoing documents: the list, one with its next step, and what waits for the caller. */
final class OutgoingPages {

    private static final String LIST = "/document/outgoing";
    private static final long MAX_FILE = 20L << 20;
    private static final int MOST_COPIES = 9_999;
    private static final int SHOWN_HISTORY = 100;
    private static final int SHOWN_WAITING = 5;
    private static final List<String> SHOWABLE = List.of("application/pdf", "image/png", "image/jpeg");

    private final OutgoingDocuments outgoing;
    private final IncomingDocuments incoming;
    private final DocumentTemplates templates;
    private final Attachments attachments;
    private final Access access;
    private final AuditTrail audit;
    private final CaseFilePages files;
    private final Messages messages;

    OutgoingPages(
            OutgoingDocuments outgoing,
            IncomingDocuments incoming,
            DocumentTemplates templates,
            Attachments attachments,
            Access access,
            AuditTrail audit,
            CaseFilePages files,
            Messages messages) {
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.templates = templates;
        this.attachments = attachments;
        this.access = access;
        this.audit = audit;
        this.files = files;
        this.messages = messages;
    }

    /** What waits for the caller, with the word of its one next step. */
    public record Waiting(OutgoingDocument document, String step) {}

    View list(UiRequest request) {
        Caller caller = request.caller();
        return View.page(
                "outgoing",
                Map.of(
                        "page",
                        outgoing.list(caller, query(request), request.pageRequest()),
                        "states",
                        Form.filters(messages, caller.locale(), OutgoingState.class, "document.state.")));
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        return new View.Table(
                "van-ban-di",
                List.of(
                        "document.code",
                        "document.day",
                        "document.kind",
                        "document.subject",
                        "document.author",
                        "core.state"),
                Page.every(page -> outgoing.list(caller, query(request), page))
                        .map(one -> List.of(
                                one.code(),
                                one.day().map(VietnamTime::day).orElse(""),
                                one.kind().title(),
                                one.subject(),
                                one.authorName(),
                                messages.text(caller.locale(), "document.state." + one.state()))));
    }

    View detail(UiRequest request) {
        Caller caller = request.caller();
        OutgoingDocument found = outgoing.get(caller, request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("one", found);
        outgoing.steps(caller, found.id()).forEach(step -> model.put("may" + name(step), true));
        List<DocumentVersion> versions = outgoing.versions(caller, found.id());
        model.put("versions", versions);
        model.put("comments", outgoing.comments(caller, found.id()));
        model.put("file", attachments.get(found.fileId()));
        versions.stream().findFirst().flatMap(DocumentVersion::made).ifPresent(made -> {
            model.put("made", made);
            model.put("template", templates.get(caller, made.templateId()));
            model.put("wordFile", attachments.get(made.wordFileId()));
        });
        incoming.those(caller, List.of(found.answersId())).forEach(one -> model.put("answered", one));
        if (!found.signedFileId().isEmpty()) {
            model.put("signedFile", attachments.get(found.signedFileId()));
        }
        if (found.state().numbered()) {
            model.put("caseFiles", files.offered(caller));
        }
        model.put(
                "lines",
                audit.history("document.outgoing", found.id(), PageRequest.first(SHOWN_HISTORY))
                        .items());
        return View.page("outgoing-one", model);
    }

    View file(UiRequest request) {
        Attachment file = outgoing.file(request.caller(), request.path("id"), request.path("file"));
        return new View.Download(file.fileName(), file.mediaType(), SHOWABLE.contains(file.mediaType()), out -> {
            try (InputStream in = attachments.open(file)) {
                in.transferTo(out);
            }
        });
    }

    View comment(UiRequest request) {
        outgoing.comment(request.caller(), request.path("id"), request.form("text"));
        return back(request, "document.commented");
    }

    View submit(UiRequest request) {
        outgoing.submit(request.caller(), request.path("id"));
        return back(request, "document.submitted");
    }

    View discard(UiRequest request) {
        outgoing.discard(request.caller(), request.path("id"));
        return back(request, "document.discarded");
    }

    View approve(UiRequest request) {
        outgoing.approve(request.caller(), request.path("id"), request.form("sha256"));
        return back(request, "document.approved");
    }

    View sendBack(UiRequest request) {
        outgoing.sendBack(request.caller(), request.path("id"), request.form("reason"));
        return back(request, "document.returned");
    }

    View assignNumber(UiRequest request) {
        OutgoingDocument numbered = outgoing.assignNumber(request.caller(), request.path("id"));
        return View.redirect(LIST + "/" + numbered.id(), "document.numbered", numbered.code());
    }

    View sign(UiRequest request) {
        String scan = received(request, attachments, "scanId").orElse("");
        outgoing.signedByHand(
                request.caller(),
                request.path("id"),
                scan,
                Form.day(request, "signedOn").orElse(null));
        return back(request, "document.signature-recorded");
    }

    View issue(UiRequest request) {
        outgoing.issue(
                request.caller(),
                request.path("id"),
                Form.number(request, "copies", 1, MOST_COPIES).orElse(1),
                request.form("remark"));
        return back(request, "document.issued");
    }

    View recall(UiRequest request) {
        outgoing.recall(request.caller(), request.path("id"), request.form("reason"));
        return back(request, "document.recalled");
    }

    View cancel(UiRequest request) {
        outgoing.cancel(request.caller(), request.path("id"), request.form("reason"));
        return back(request, "document.cancelled");
    }

    /** What the caller is to approve, to number, to issue, or to mend. */
    View card(UiRequest request) {
        Caller caller = request.caller();
        List<Waiting> waiting = new ArrayList<>();
        if (access.allows(caller, DocumentPermissions.APPROVE, Scope.school())) {
            add(waiting, caller, OutgoingState.SUBMITTED, "document.step.APPROVE");
        }
        if (access.allows(caller, DocumentPermissions.REGISTER, Scope.school())) {
            add(waiting, caller, OutgoingState.SIGNED, "document.step.ISSUE");
            add(waiting, caller, OutgoingState.APPROVED, "document.step.ASSIGN_NUMBER");
            add(waiting, caller, OutgoingState.NUMBERED, "document.step.SIGN");
        }
        in(caller, OutgoingState.RETURNED)
                .filter(one -> caller.personId().filter(one.authorId()::equals).isPresent())
                .forEach(one -> waiting.add(new Waiting(one, "document.step.REVISE")));
        return View.page("card-outgoing", Map.of("waiting", waiting));
    }

    /** The kinds by their constants. */
    static Map<String, String> kinds() {
        return Stream.of(DocumentKind.values())
                .collect(Collectors.toMap(
                        DocumentKind::name,
                        kind -> kind.title() + (kind.code().isEmpty() ? "" : " (" + kind.code() + ")"),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    /** Receives the file of a field, if there is one. */
    static Optional<String> received(UiRequest request, Attachments attachments, String field) {
        return request.files(field).stream()
                .findFirst()
                .map(upload -> attachments
                        .receive(request.caller(), upload.fileName(), upload::open, MAX_FILE)
                        .id());
    }

    private void add(List<Waiting> waiting, Caller caller, OutgoingState state, String step) {
        in(caller, state).forEach(one -> waiting.add(new Waiting(one, step)));
    }

    private Stream<OutgoingDocument> in(Caller caller, OutgoingState state) {
        return outgoing
                .list(caller, OutgoingDocuments.Query.in(state), PageRequest.first(SHOWN_WAITING))
                .items()
                .stream();
    }

    private static View back(UiRequest request, String message) {
        return View.redirect(LIST + "/" + request.path("id"), message);
    }

    private static String name(OutgoingStep step) {
        return switch (step) {
            case REVISE -> "Revise";
            case SUBMIT -> "Submit";
            case APPROVE -> "Approve";
            case SEND_BACK -> "Return";
            case ASSIGN_NUMBER -> "Number";
            case SIGN -> "Sign";
            case ISSUE -> "Issue";
            case RECALL -> "Recall";
            case CANCEL -> "Cancel";
            case DISCARD -> "Discard";
        };
    }

    private static OutgoingDocuments.Query query(UiRequest request) {
        return new OutgoingDocuments.Query(
                request.query("q"),
                request.query("state").flatMap(name -> Form.constant(OutgoingState.class, name)),
                request.query("kind").flatMap(name -> Form.constant(DocumentKind.class, name)),
                request.query("year").filter(year -> year.matches("[0-9]{4}")).map(Integer::valueOf));
    }
}
