package vn.quyche.core.directory.internal.ui;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.directory.ArrivalReason;
import vn.quyche.core.api.directory.Joinings;
import vn.quyche.core.api.directory.Leavings;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;

/** Joinings: the list, the form that opens one, and the checklist. */
final class JoiningPages {

    private static final String JOININGS = "/directory/joinings";
    private static final int SHOWN_HISTORY = 20;

    private final Joinings joinings;
    private final AuditTrail audit;
    private final Messages messages;
    private final Clock clock;

    JoiningPages(Joinings joinings, AuditTrail audit, Messages messages, Clock clock) {
        this.joinings = joinings;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    View list(UiRequest request) {
        return View.page(
                "joinings",
                Map.of(
                        "page",
                                joinings.list(
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
                "tiep-nhan",
                List.of(
                        "directory.column.name",
                        "core.reason",
                        "directory.first-day",
                        "directory.column.decision",
                        "directory.column.open-items",
                        "core.state"),
                Page.every(
                                request.pageRequest(),
                                page -> joinings.list(request.caller(), wanted(request), request.query("q"), page))
                        .map(joining -> List.of(
                                joining.personName(),
                                messages.text(locale, "directory.arrival." + joining.reason()),
                                VietnamTime.day(joining.firstDay()),
                                joining.decisionNumber(),
                                String.valueOf(joining.openItems()),
                                messages.text(locale, "directory.leaving-state." + joining.state()))));
    }

    View openForm(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put(
                "reasons",
                Form.choices(messages, request.caller().locale(), ArrivalReason.class, "directory.arrival."));
        model.put("chosen", request.query("person").map(List::of).orElse(List.of()));
        model.put("giver", request.caller().personId().map(List::of).orElse(List.of()));
        model.put("today", VietnamTime.today(clock));
        return View.page("joining-form", model);
    }

    View open(UiRequest request) {
        String id = joinings.open(
                request.caller(),
                request.form("key"),
                new Joinings.NewJoining(
                        request.form("personId"),
                        Form.constant(ArrivalReason.class, request.form("reason"))
                                .orElse(null),
                        Form.day(request, "firstDay").orElse(null),
                        request.form("decisionNumber"),
                        request.form("giverId")));
        return View.redirect(JOININGS + "/" + id, "directory.joining-opened");
    }

    View detail(UiRequest request) {
        Joinings.Joining joining = joinings.get(request.caller(), request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("l", joining);
        model.put("self", request.caller().personId().orElse(""));
        model.put(
                "lines",
                audit.history("directory.joining", joining.id(), PageRequest.first(SHOWN_HISTORY))
                        .items());
        return View.page("joining", model);
    }

    View confirm(UiRequest request) {
        joinings.confirm(request.caller(), request.path("id"), request.path("item"));
        return back(request, "directory.joining-confirmed");
    }

    View giverForm(UiRequest request) {
        Joinings.Joining joining = joinings.get(request.caller(), request.path("id"));
        Optional<Joinings.Item> item = joining.items().stream()
                .filter(i -> i.id().equals(request.path("item")))
                .findFirst();
        Map<String, Object> model = new HashMap<>();
        model.put("l", joining);
        item.ifPresent(i -> model.put("item", i));
        return View.page("joining-giver", model);
    }

    View changeGiver(UiRequest request) {
        joinings.changeGiver(request.caller(), request.path("id"), request.path("item"), request.form("giverId"));
        return back(request, "core.saved");
    }

    View closeForm(UiRequest request) {
        return View.page("joining-close", Map.of("l", joinings.get(request.caller(), request.path("id"))));
    }

    View close(UiRequest request) {
        joinings.close(request.caller(), request.path("id"), request.form("reason"));
        return back(request, "directory.joining-closed");
    }

    View cancelForm(UiRequest request) {
        return View.page("joining-cancel", Map.of("l", joinings.get(request.caller(), request.path("id"))));
    }

    View cancel(UiRequest request) {
        joinings.cancel(request.caller(), request.path("id"), request.form("reason"));
        return back(request, "directory.joining-cancelled");
    }

    private static View back(UiRequest request, String messageKey) {
        return View.redirect(JOININGS + "/" + request.path("id"), messageKey);
    }

    private List<Map<String, String>> states(Locale locale) {
        return List.of(
                Map.of("value", "", "label", messages.text(locale, "directory.leaving-state.OPEN")),
                Map.of("value", "CLOSED", "label", messages.text(locale, "directory.leaving-state.CLOSED")),
                Map.of("value", "ALL", "label", messages.text(locale, "core.all")));
    }
}
