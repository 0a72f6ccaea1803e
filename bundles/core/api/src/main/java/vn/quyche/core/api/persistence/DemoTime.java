package vn.quyche.core.api.persistence;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets a new demo school live its past: the platform's {@link java.time.Clock} starts behind that of the machine, is moved
 * on by whoever plays what happened, and then is the machine's for good. So nobody back-dates anything: each act is done at
 * the time that the clock shows, and the log, the ids and the chains are in order.
 *
 * <p>Only the launcher that starts a demo school in a new data folder asks for a past, by the property
 * {@code quyche.clock.from} of the container. Without it the clock cannot be moved.
 */
@ProviderType
public interface DemoTime {

    /** Whether the clock is still behind that of the machine. */
    boolean past();

    /** What the clock of the machine shows. */
    Instant present();

    /** Moves the clock on; an instant that has been already changes nothing, one that has not come yet is the present. */
    void moveTo(Instant instant);

    /** Gives the time back to the clock of the machine. */
    void end();
}
