package vn.quyche.core.api.event;

import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/**
 * Shows the deliveries that failed for good, and tries them again; takes permission {@code platform:operate}.
 *
 * <p>Apart from {@link Events}, since acts publish events and the replay of a dead letter is an act.
 */
@ProviderType
public interface DeadLetters {

    /** The dead letters, newest first. */
    Page<DeadLetter> list(Caller caller, PageRequest page);

    /**
     * Tries a dead letter again, soon and as often as a new event.
     *
     * @throws vn.quyche.core.api.error.NotFound when there is no such dead letter (any more)
     */
    void replay(Caller caller, String deadLetterId);
}
