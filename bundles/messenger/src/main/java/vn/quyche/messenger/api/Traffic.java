package vn.quyche.messenger.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** What goes out to platforms and what comes in. */
@ProviderType
public interface Traffic {

    /**
     * What to look for among deliveries; empty fields do not restrict.
     *
     * @param connectionId through which connection
     * @param chatId to which chat
     * @param state where it stands
     */
    record DeliveryQuery(Optional<String> connectionId, Optional<String> chatId, Optional<Delivery.State> state) {}

    /**
     * What to look for among events; empty fields do not restrict.
     *
     * @param connectionId through which connection
     * @param state where it stands
     */
    record EventQuery(Optional<String> connectionId, Optional<HookEvent.State> state) {}

    /**
     * Deliveries, newest first; takes {@code messenger:read}.
     *
     * @param page sorted by {@code created} or {@code next}
     */
    Page<Delivery> deliveries(Caller caller, DeliveryQuery query, PageRequest page);

    /**
     * Sends a delivery again that was given up; takes {@code messenger:manage}.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code messenger.not-dead} when it was not
     */
    void replay(Caller caller, String deliveryId);

    /** Gives a delivery up that waits or failed; takes {@code messenger:manage}. */
    void discard(Caller caller, String deliveryId);

    /**
     * Events, newest first; takes {@code messenger:read}.
     *
     * @param page sorted by {@code received}, {@code happened} or {@code name}
     */
    Page<HookEvent> events(Caller caller, EventQuery query, PageRequest page);

    /**
     * Has an event worked on again that was given up; takes {@code messenger:manage}.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code messenger.event-not-dead} when it was not
     */
    void replayEvent(Caller caller, String eventId);
}
