package vn.quyche.core.api.event;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** Publishes events, and shows those that could not be delivered. */
@ProviderType
public interface Events {

    /** Stores the event in the running transaction; fails without one. Acts use {@code ActLog.emit}. */
    void publish(Event event);

    /**
     * A delivery that failed for good.
     *
     * @param id its id
     * @param event the event
     * @param listener the name of the listener that failed
     * @param attempts how often it was tried
     * @param error the last error, one line
     * @param at when the event happened
     */
    record DeadLetter(String id, Event event, String listener, int attempts, String error, Instant at) {}

    /** The dead letters, newest first; takes permission {@code platform:operate}. */
    Page<DeadLetter> deadLetters(Caller caller, PageRequest page);

    /** Tries a dead letter again at once; takes permission {@code platform:operate}. */
    void replay(Caller caller, String deadLetterId);
}
