package vn.quyche.core.api.event.spi;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import vn.quyche.core.api.event.Event;

/** Hears of events, at least once each, in a transaction of its own. Register it as a service. */
@ConsumerType
public interface EventListener {

    /** A name that stays the same over versions, for example {@code group.leaving}; it marks what was delivered. */
    String name();

    /** The event types wanted. */
    Set<String> types();

    /**
     * Handles an event; must bear to see one twice.
     *
     * @param eventId the id of the event, the same on each delivery
     */
    void on(String eventId, Event event);
}
