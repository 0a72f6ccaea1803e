package vn.quyche.messenger.internal.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.messenger.api.Chats;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.Connections;
import vn.quyche.messenger.api.Delivery;
import vn.quyche.messenger.api.HookEvent;
import vn.quyche.messenger.api.Traffic;

/** What goes out and what comes in, and what can be done again. */
final class TrafficPages {

    private final Traffic traffic;
    private final Connections connections;
    private final Chats chats;
    private final Messages messages;

    TrafficPages(Traffic traffic, Connections connections, Chats chats, Messages messages) {
        this.traffic = traffic;
        this.connections = connections;
        this.chats = chats;
        this.messages = messages;
    }

    View deliveries(UiRequest request) {
        Caller caller = request.caller();
        Page<Delivery> page = traffic.deliveries(caller, deliveryQuery(request), request.pageRequest());
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("chats", chatNames(caller, page.items()));
        model.put("states", Form.filters(messages, caller.locale(), Delivery.State.class, "messenger.delivery."));
        model.put("connections", connectionChips(caller));
        return View.page("deliveries", model);
    }

    View exportDeliveries(UiRequest request) {
        Caller caller = request.caller();
        List<Delivery> all = Page.every(
                        request.pageRequest(), page -> traffic.deliveries(caller, deliveryQuery(request), page))
                .toList();
        Map<String, String> names = chatNames(caller, all);
        return new View.Table(
                "tin-gui",
                List.of(
                        "messenger.created",
                        "messenger.chat",
                        "messenger.purpose",
                        "messenger.text",
                        "core.state",
                        "messenger.attempts",
                        "messenger.sent",
                        "messenger.last-error"),
                all.stream()
                        .map(one -> List.of(
                                VietnamTime.moment(one.createdAt()),
                                names.getOrDefault(one.chatId(), ""),
                                messages.text(caller.locale(), "messenger.purpose." + one.purpose()),
                                one.text(),
                                messages.text(caller.locale(), "messenger.delivery." + one.state()),
                                Integer.toString(one.attempts()),
                                one.sentAt().map(VietnamTime::moment).orElse(""),
                                one.error().isEmpty()
                                        ? ""
                                        : messages.text(caller.locale(), one.error(), one.detail()))));
    }

    View replay(UiRequest request) {
        traffic.replay(request.caller(), request.path("id"));
        return View.redirect("/messenger/deliveries", "messenger.replayed");
    }

    View discard(UiRequest request) {
        traffic.discard(request.caller(), request.path("id"));
        return View.redirect("/messenger/deliveries", "messenger.discarded");
    }

    View events(UiRequest request) {
        Caller caller = request.caller();
        return View.page(
                "events",
                Map.of(
                        "page",
                        traffic.events(caller, eventQuery(request), request.pageRequest()),
                        "states",
                        Form.filters(messages, caller.locale(), HookEvent.State.class, "messenger.event."),
                        "connections",
                        connectionChips(caller)));
    }

    View exportEvents(UiRequest request) {
        Caller caller = request.caller();
        return new View.Table(
                "su-kien",
                List.of(
                        "messenger.received",
                        "messenger.happened",
                        "messenger.event-name",
                        "core.state",
                        "messenger.attempts"),
                Page.every(request.pageRequest(), page -> traffic.events(caller, eventQuery(request), page))
                        .map(one -> List.of(
                                VietnamTime.moment(one.receivedAt()),
                                VietnamTime.moment(one.happenedAt()),
                                one.name(),
                                messages.text(caller.locale(), "messenger.event." + one.state()),
                                Integer.toString(one.attempts()))));
    }

    View replayEvent(UiRequest request) {
        traffic.replayEvent(request.caller(), request.path("id"));
        return View.redirect("/messenger/events", "messenger.event-replayed");
    }

    private static Traffic.DeliveryQuery deliveryQuery(UiRequest request) {
        return new Traffic.DeliveryQuery(
                request.query("connection"),
                request.query("chat"),
                request.query("state").flatMap(name -> Form.constant(Delivery.State.class, name)));
    }

    private static Traffic.EventQuery eventQuery(UiRequest request) {
        return new Traffic.EventQuery(
                request.query("connection"),
                request.query("state").flatMap(name -> Form.constant(HookEvent.State.class, name)));
    }

    private List<Map<String, String>> connectionChips(Caller caller) {
        List<Map<String, String>> chips = new ArrayList<>();
        chips.add(Map.of("value", "", "label", messages.text(caller.locale(), "core.all")));
        Page.every(page -> connections.list(caller, Connections.Query.all(), page))
                .forEach((Connection one) -> chips.add(Map.of("value", one.id(), "label", one.name())));
        return chips;
    }

    private Map<String, String> chatNames(Caller caller, List<Delivery> shown) {
        Map<String, String> names = new HashMap<>();
        for (Delivery one : shown) {
            names.computeIfAbsent(one.chatId(), id -> chats.get(caller, id).name());
        }
        return names;
    }
}
