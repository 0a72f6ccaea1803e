package vn.quyche.core.directory.internal.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.DepartureReason;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Leavings;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.directory.internal.link.PrinterLink;
import vn.quyche.core.directory.internal.model.HandoverMinutes;

/** Leavings: the list, the form that opens one, and the checklist. */
final class LeavingPages {

    private static final String LEAVINGS = "/directory/leavings";
    private static final int SHOWN_HISTORY = 20;

    private final Leavings leavings;
    private final AuditTrail audit;
    private final Messages messages;
    private final Directory directory;
    private final PrinterLink printer;
    private final Clock clock;

    LeavingPages(
            Leavings leavings,
            AuditTrail audit,
            Messages messages,
            Directory directory,
            PrinterLink printer,
            Clock clock) {
        this.leavings = leavings;
        this.audit = audit;
        this.messages = messages;
        this.directory = directory;
        this.printer = printer;
        this.clock = clock;
    }

    View list(UiRequest request) {
        return View.page(
                "leavings",
                Map.of(
                        "page",
                                leavings.list(
                                        request.caller(), wanted(request), request.query("q"), request.pageRequest()),
                        "states", states(request.caller().locale())));
    }

    private static Optional<Leavings.State> wanted(UiRequest request) {
        Optional<String> state = request.query("state");
        return state.isPresent()
                ? state.flatMap(name -> Form.constant(Leavings.State.class, name))
                : Optional.of(Leavings.State.OPEN);
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "ban-giao",
                List.of(
                        "directory.column.name",
                        "core.reason",
                        "directory.last-day",
                        "directory.column.decision",
                        "directory.column.open-items",
                        "core.state"),
                Page.every(
                                request.pageRequest(),
                                page -> leavings.list(request.caller(), wanted(request), request.query("q"), page))
                        .map(leaving -> List.of(
                                leaving.personName(),
                                messages.text(locale, "directory.departure." + leaving.reason()),
                                VietnamTime.day(leaving.lastDay()),
                                leaving.decisionNumber(),
                                String.valueOf(leaving.openItems()),
                                messages.text(locale, "directory.leaving-state." + leaving.state()))));
    }

    View openForm(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put(
                "reasons",
                Form.choices(messages, request.caller().locale(), DepartureReason.class, "directory.departure."));
        model.put("chosen", request.query("person").map(List::of).orElse(List.of()));
        model.put("receiver", request.caller().personId().map(List::of).orElse(List.of()));
        model.put("today", VietnamTime.today(clock));
        return View.page("leaving-form", model);
    }

    View open(UiRequest request) {
        String id = leavings.open(
                request.caller(),
                request.form("key"),
                new Leavings.NewLeaving(
                        request.form("personId"),
                        Form.constant(DepartureReason.class, request.form("reason"))
                                .orElse(null),
                        Form.day(request, "lastDay").orElse(null),
                        request.form("decisionNumber"),
                        request.form("receiverId")));
        return View.redirect(LEAVINGS + "/" + id, "directory.leaving-opened");
    }

    View detail(UiRequest request) {
        Leavings.Leaving leaving = leavings.get(request.caller(), request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("l", leaving);
        model.put("self", request.caller().personId().orElse(""));
        model.put(
                "lines",
                audit.history("directory.leaving", leaving.id(), PageRequest.first(SHOWN_HISTORY))
                        .items());
        model.put("printable", printer.available());
        return View.page("leaving", model);
    }

    View minutes(UiRequest request) {
        Leavings.Leaving leaving = leavings.get(request.caller(), request.path("id"));
        LocalDate day = leaving.closedAt()
                .map(at -> LocalDate.ofInstant(at, VietnamTime.ZONE))
                .orElse(VietnamTime.today(clock));
        String superior = directory.authorities(day).stream()
                .findFirst()
                .map(Authority::name)
                .orElse("");
        String receiver = directory.names(List.of(leaving.receiverId())).getOrDefault(leaving.receiverId(), "");
        PrintedDocument paper = HandoverMinutes.document(leaving, directory.school(), superior, receiver, day);
        return new View.Download("bien-ban-ban-giao.pdf", "application/pdf", true, out -> printer.pdf(paper, out));
    }

    View confirm(UiRequest request) {
        leavings.confirm(request.caller(), request.path("id"), request.path("item"));
        return back(request, "directory.leaving-confirmed");
    }

    View receiverForm(UiRequest request) {
        Leavings.Leaving leaving = leavings.get(request.caller(), request.path("id"));
        Optional<Leavings.Item> item = leaving.items().stream()
                .filter(i -> i.id().equals(request.path("item")))
                .findFirst();
        Map<String, Object> model = new HashMap<>();
        model.put("l", leaving);
        item.ifPresent(i -> model.put("item", i));
        return View.page("leaving-receiver", model);
    }

    View changeReceiver(UiRequest request) {
        leavings.changeReceiver(request.caller(), request.path("id"), request.path("item"), request.form("receiverId"));
        return back(request, "core.saved");
    }

    View closeForm(UiRequest request) {
        return View.page("leaving-close", Map.of("l", leavings.get(request.caller(), request.path("id"))));
    }

    View close(UiRequest request) {
        leavings.close(request.caller(), request.path("id"), request.form("reason"));
        return back(request, "directory.leaving-closed");
    }

    View cancelForm(UiRequest request) {
        return View.page("leaving-cancel", Map.of("l", leavings.get(request.caller(), request.path("id"))));
    }

    View cancel(UiRequest request) {
        leavings.cancel(request.caller(), request.path("id"), request.form("reason"));
        return back(request, "directory.leaving-cancelled");
    }

    private static View back(UiRequest request, String messageKey) {
        return View.redirect(LEAVINGS + "/" + request.path("id"), messageKey);
    }

    private List<Map<String, String>> states(Locale locale) {
        return List.of(
                Map.of("value", "", "label", messages.text(locale, "directory.leaving-state.OPEN")),
                Map.of("value", "CLOSED", "label", messages.text(locale, "directory.leaving-state.CLOSED")),
                Map.of("value", "ALL", "label", messages.text(locale, "core.all")));
    }
}
