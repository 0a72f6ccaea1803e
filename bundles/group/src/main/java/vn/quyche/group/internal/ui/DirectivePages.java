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
import vn.quyche.group.api.ReceiptSummary;
import vn.quyche.group.internal.service.DirectiveView;
import vn.quyche.group.internal.service.DirectiveViews;

/** Directives: what came to me, one directive with its next action, and its receipts. */
final class DirectivePages {

    private static final int SHOWN_HISTORY = 20;
    private static final int SHOWN_WAITING = 5;
    private static final int SHOWN_UNREAD = 5;

    private final Directives directives;
    private final DirectiveViews views;
    private final DirectiveExtras extras;
    private final GroupNames names;
    private final Attachments attachments;
    private final AuditTrail audit;
    private final Messages messages;

    DirectivePages(
            Directives directives,
            DirectiveViews views,
            DirectiveExtras extras,
            Groups groups,
            Attachments attachments,
            AuditTrail audit,
            Messages messages) {
        this.directives = directives;
        this.views = views;
        this.extras = extras;
        this.names = new GroupNames(groups);
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
        DirectiveView view = views.open(caller, request.path("id"));
        Directive directive = view.directive();
        Map<String, Object> model = new HashMap<>();
        model.put("directive", directive);
        model.put("groupName", view.groupName());
        model.put(
                "files",
                directive.content().attachmentIds().stream()
                        .map(attachments::get)
                        .toList());
        view.receipt().ifPresent(receipt -> model.put("receipt", receipt));
        model.put("author", view.author());
        model.put("rights", view.rights());
        view.kind().ifPresent(kind -> model.put("messageKind", kind));
        view.issued()
                .ifPresentOrElse(issued -> receipts(caller, issued, model), () -> preview(caller, directive, model));
        extras.add(caller, view, model);
        model.put(
                "lines",
                audit.history("group.directive", directive.id(), PageRequest.first(SHOWN_HISTORY))
                        .items());
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

    private void receipts(Caller caller, DirectiveView.Issued issued, Map<String, Object> model) {
        model.put("summary", issued.summary());
        model.put("units", issued.units());
        model.put("counts", StageBar.of(issued.summary(), messages, caller.locale()));
        issued.receipts().ifPresent(receipts -> model.put("receipts", receipts));
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
