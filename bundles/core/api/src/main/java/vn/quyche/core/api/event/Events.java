package vn.quyche.core.api.event;

import org.osgi.annotation.versioning.ProviderType;

/** Publishes events. What could not be delivered is shown by {@link DeadLetters}. */
@ProviderType
public interface Events {

    /**
     * Stores the event in the running transaction. Acts use {@code ActLog.emit}.
     *
     * @throws IllegalStateException without a transaction
     */
    void publish(Event event);
}
