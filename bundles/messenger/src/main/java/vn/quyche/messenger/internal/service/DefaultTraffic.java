package vn.quyche.messenger.internal.service;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.Delivery;
import vn.quyche.messenger.api.HookEvent;
import vn.quyche.messenger.api.Traffic;
import vn.quyche.messenger.internal.link.GroupsLink;
import vn.quyche.messenger.internal.store.JpaChatStore;
import vn.quyche.messenger.internal.store.JpaDeliveryStore;
import vn.quyche.messenger.internal.store.JpaEventStore;

/** What goes out and what comes in, and what was given up. */
@Component
public final class DefaultTraffic implements Traffic {

    private final Acts acts;
    private final Access access;
    private final JpaDeliveryStore deliveries;
    private final JpaEventStore events;
    private final JpaChatStore chats;
    private final GroupsLink groups;
    private final Clock clock;

    @Activate
    public DefaultTraffic(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaDeliveryStore deliveries,
            @Reference JpaEventStore events,
            @Reference JpaChatStore chats,
            @Reference GroupsLink groups,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.deliveries = deliveries;
        this.events = events;
        this.chats = chats;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public Page<Delivery> deliveries(Caller caller, DeliveryQuery query, PageRequest page) {
        access.require(caller, MessengerPermissions.READ, Scope.school());
        Map<String, Boolean> seen = new HashMap<>();
        return deliveries
                .list(query, page)
                .map(delivery -> seen.computeIfAbsent(delivery.chatId(), chat -> sees(caller, chat))
                        ? delivery
                        : delivery.withoutText());
    }

    /** Whoever runs the platform, or may not see a group, sees that something was posted, and not what. */
    private boolean sees(Caller caller, String chatId) {
        String groupId = chats.find(chatId).map(Chat::groupId).orElse("");
        return groupId.isEmpty()
                || !groups.available()
                || groups.find(caller, groupId).isPresent();
    }

    @Override
    public void replay(Caller caller, String deliveryId) {
        move(
                caller,
                deliveryId,
                "messenger.replay-delivery",
                List.of(Delivery.State.DEAD, Delivery.State.DISCARDED),
                Delivery.State.WAITING);
    }

    @Override
    public void discard(Caller caller, String deliveryId) {
        move(
                caller,
                deliveryId,
                "messenger.discard-delivery",
                List.of(Delivery.State.DEAD, Delivery.State.WAITING),
                Delivery.State.DISCARDED);
    }

    @Override
    public Page<HookEvent> events(Caller caller, EventQuery query, PageRequest page) {
        access.require(caller, MessengerPermissions.READ, Scope.school());
        return events.list(query, page);
    }

    @Override
    public void replayEvent(Caller caller, String eventId) {
        Act act = Act.on(
                "messenger.event", eventId, "messenger.replay-event", MessengerPermissions.MANAGE, Scope.school());
        acts.perform(caller, act, log -> {
            HookEvent event =
                    events.find(eventId).orElseThrow(() -> new NotFound("messenger.event-not-found", eventId));
            if (!events.revive(eventId, clock.instant())) {
                throw new Conflict("messenger.event-not-dead", event.name());
            }
            return event;
        });
    }

    private void move(Caller caller, String deliveryId, String action, List<Delivery.State> from, Delivery.State to) {
        Act act = Act.on("messenger.delivery", deliveryId, action, MessengerPermissions.MANAGE, Scope.school());
        acts.perform(caller, act, log -> {
            Delivery before = deliveries
                    .find(deliveryId)
                    .orElseThrow(() -> new NotFound("messenger.delivery-not-found", deliveryId));
            if (!deliveries.move(deliveryId, from, to, clock.instant())) {
                throw new Conflict("messenger.not-dead");
            }
            log.changed(Map.of("state", before.state()), Map.of("state", to));
            return before;
        });
    }
}
