package vn.quyche.group.internal.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.ReceiptFilter;
import vn.quyche.group.api.ReceiptSummary;
import vn.quyche.group.api.members.MessageKinds;

/** Directives: what came to me, one directive with its next action, and its receipts. */
final class DirectivePages {

    private static final int SHOWN_RECEIPTS = 10;
    private static final int SHOWN_HISTORY = 20;
    private static final int SHOWN_WAITING = 5;
    private static final int SHOWN_UNREAD = 5;

    private final Directives directives;
    private final DirectiveExtras extras;
    private final Groups groups;
    private final GroupNames names;
    private final MessageKinds kinds;
    private final Attachments attachments;
    private final AuditTrail audit;
    private final Messages messages;

    DirectivePages(
            Directives directives,
            DirectiveExtras extras,
            Groups groups,
            MessageKinds kinds,
            Attachments attachments,
            AuditTrail audit,
            Messages messages) {
        this.directives = directives;
        this.extras = extras;
        this.groups = groups;
        this.names = new GroupNames(groups);
        this.kinds = kinds;
        this.attachments = attachments;
        this.audit = audit;
        this.messages = messages;
    }

    View list(UiRequest request) {
        Page<Directive> page = directives.list(request.caller(), query(request), request.pageRequest());
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("groupNames", groupNames(request.caller(), page.items()));
        model.put(
                "mine",
                directives.myReceipts(
                        request.caller(),
                        page.items().stream().map(Directive::id).toList()));
        return View.page("directives", model);
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        List<Directive> found = Page.every(request.pageRequest(), page -> directives.list(caller, query(request), page))
                .toList();
        Map<String, String> names = groupNames(caller, found);
        Stream<List<String>> rows = found.stream()
                .map(directive -> List.of(
                        directive.number(),
                        directive.title(),
                        names.getOrDefault(directive.groupId(), ""),
                        directive.authorName(),
                        directive
                                .standing()
                                .issuance()
                                .at()
                                .map(VietnamTime::moment)
                                .orElse(""),
                        directive.deadline().map(VietnamTime::moment).orElse(""),
                        messages.text(caller.locale(), "group.directive-state." + directive.state())));
        return new View.Table(
                "chi-dao",
                header(caller.locale(), "number", "title", "group", "author", "issued", "deadline", "state"),
                rows);
    }

    View detail(UiRequest request) {
        Caller caller = request.caller();
        Directive directive = directives.get(caller, request.path("id"));
        directives.read(caller, directive.id());
        Map<String, Object> model = new HashMap<>();
        model.put("directive", directive);
        model.put("groupName", names.of(caller, directive.groupId()));
        model.put(
                "files",
                directive.content().attachmentIds().stream()
                        .map(attachments::get)
                        .toList());
        directives.myReceipt(caller, directive.id()).ifPresent(receipt -> model.put("receipt", receipt));
        model.put(
                "author", caller.personId().filter(directive.authorId()::equals).isPresent());
        model.put("rights", rights(caller, directive));
        if (directive.state() == DirectiveState.DRAFT) {
            preview(caller, directive, model);
        } else {
            receipts(caller, directive, model);
        }
        extras.add(caller, directive, model);
        model.put(
                "lines",
                audit.history("group.directive", directive.id(), PageRequest.first(SHOWN_HISTORY))
                        .items());
        kinds.of(caller, directive.id()).ifPresent(kind -> model.put("messageKind", kind));
        return View.page("directive", model);
    }

    View issue(UiRequest request) {
        Directive issued = directives.issue(request.caller(), request.path("id"), Form.version(request));
        return View.redirect("/group/directives/" + issued.id(), "group.issued", issued.number());
    }

    View discard(UiRequest request) {
        directives.discard(request.caller(), request.path("id"));
        return View.redirect("/group/directives", "group.draft-discarded");
    }

    View acknowledge(UiRequest request) {
        directives.acknowledge(request.caller(), request.path("id"));
        return View.redirect("/group/directives/" + request.path("id"), "group.acknowledged-done");
    }

    View reply(UiRequest request) {
        directives.reply(request.caller(), request.path("id"), request.form("reply"));
        return View.redirect("/group/directives/" + request.path("id"), "group.replied-done");
    }

    View complete(UiRequest request) {
        directives.complete(request.caller(), request.path("id"), request.form("reply"));
        return View.redirect("/group/directives/" + request.path("id"), "group.completed-done");
    }

    View pin(UiRequest request) {
        directives.pin(request.caller(), request.path("id"), request.form("reason"));
        return View.redirect("/group/directives/" + request.path("id"), "group.pinned-done");
    }

    View unpin(UiRequest request) {
        directives.unpin(request.caller(), request.path("id"));
        return View.redirect("/group/directives/" + request.path("id"), "group.unpinned-done");
    }

    View withdrawForm(UiRequest request) {
        return View.page(
                "directive-withdraw", Map.of("directive", directives.get(request.caller(), request.path("id"))));
    }

    View withdraw(UiRequest request) {
        Directive withdrawn = directives.withdraw(request.caller(), request.path("id"), request.form("reason"));
        return View.redirect("/group/directives/" + withdrawn.id(), "group.withdrawn-done", withdrawn.number());
    }

    View file(UiRequest request) {
        Directive directive = directives.get(request.caller(), request.path("id"));
        if (!directive.content().attachmentIds().contains(request.path("file"))) {
            throw new NotFound("group.file-not-found");
        }
        Attachment file = attachments.get(request.path("file"));
        return new View.Download(file.fileName(), file.mediaType(), safeToShow(file), out -> {
            try (var in = attachments.open(file)) {
                in.transferTo(out);
            }
        });
    }

    View acknowledgeAll(UiRequest request) {
        int taken = directives.acknowledgeAll(request.caller(), request.formAll("id"));
        return View.redirect("/group/directives?view=open", "group.acknowledged-many", taken);
    }

    /** What came and was not opened yet; what is shown here is delivered. */
    View unreadCard(UiRequest request) {
        List<Directive> unread = directives.unread(request.caller(), SHOWN_UNREAD);
        return View.page("card-unread", Map.of("unread", unread, "groupNames", groupNames(request.caller(), unread)));
    }

    /** What I wait for from others: my issued directives that not everybody has fulfilled. */
    View waitingCard(UiRequest request) {
        Caller caller = request.caller();
        Directives.Query mine = new Directives.Query(
                Optional.empty(), Optional.empty(), Optional.of(DirectiveState.ISSUED), false, false, false, true);
        List<Map<String, Object>> waiting = new ArrayList<>();
        List<Directive> last =
                directives.list(caller, mine, PageRequest.first(SHOWN_WAITING)).items();
        Map<String, ReceiptSummary> summaries =
                directives.summaries(caller, last.stream().map(Directive::id).toList());
        for (Directive directive : last) {
            ReceiptSummary summary = summaries.get(directive.id());
            if (summary.fulfilled() < summary.recipients()) {
                waiting.add(Map.of("directive", directive, "summary", summary));
            }
        }
        return View.page("card-waiting", Map.of("waiting", waiting));
    }

    private Directives.Query query(UiRequest request) {
        String view = request.query("view").orElse("inbox");
        Optional<DirectiveState> state = view.equals("drafts")
                ? Optional.of(DirectiveState.DRAFT)
                : request.query("state").flatMap(name -> Form.constant(DirectiveState.class, name));
        return new Directives.Query(
                request.query("group"),
                request.query("q"),
                state,
                view.equals("inbox") || view.equals("open"),
                view.equals("open"),
                view.equals("pinned"),
                view.equals("drafts") || view.equals("sent"));
    }

    /** Whom the draft would reach, or why it cannot be issued as it stands. */
    private void preview(Caller caller, Directive draft, Map<String, Object> model) {
        try {
            model.put("recipients", directives.preview(caller, draft.content()));
            model.put("units", directives.units(caller, draft.id()));
        } catch (QuycheException refusal) {
            model.put("obstacle", messages.text(caller.locale(), refusal));
            model.put("obstacleNext", messages.next(caller.locale(), refusal));
        }
    }

    private void receipts(Caller caller, Directive directive, Map<String, Object> model) {
        ReceiptSummary summary = directives.summary(caller, directive.id());
        model.put("summary", summary);
        model.put("units", directives.units(caller, directive.id()));
        model.put("counts", StageBar.of(summary, messages, caller.locale()));
        try {
            model.put(
                    "receipts",
                    directives
                            .receipts(caller, directive.id(), ReceiptFilter.all(), PageRequest.first(SHOWN_RECEIPTS))
                            .items());
        } catch (Forbidden notForThem) {
            // Recipients see the figures only; who did what is for author, leaders and office.
            model.remove("receipts");
        }
    }

    private Groups.Rights rights(Caller caller, Directive directive) {
        try {
            return groups.rights(caller, directive.groupId());
        } catch (NotFound hidden) {
            return new Groups.Rights(false, false, false, false);
        }
    }

    private Map<String, String> groupNames(Caller caller, List<Directive> shown) {
        return names.of(caller, shown.stream().map(Directive::groupId).toList());
    }

    private List<String> header(Locale locale, String... columns) {
        return Stream.of(columns)
                .map(column -> messages.text(locale, "group.column." + column))
                .toList();
    }

    static boolean safeToShow(Attachment file) {
        return file.mediaType().equals("application/pdf")
                || file.picture() && !file.mediaType().contains("svg");
    }
}
