package vn.quyche.core.api;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Counts who is inside something that may be taken away while the program runs: requests in a door, pages of a module, a
 * run of a job. It is closed to newcomers first; who is inside finishes, and only then is it taken away.
 *
 * <p>Patience has an end, so that what hangs cannot keep a bundle from being removed.
 */
public final class Occupancy {

    /** Longer than any request in good order takes. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Duration patience;
    private int inside;
    private boolean closed;

    public Occupancy() {
        this(PATIENCE);
    }

    Occupancy(Duration patience) {
        this.patience = patience;
    }

    /**
     * Goes in. Who got in must {@link #leave}.
     *
     * @return false when it is closed
     */
    public synchronized boolean enter() {
        if (closed) {
            return false;
        }
        inside++;
        return true;
    }

    /** Goes out. */
    public synchronized void leave() {
        inside--;
        notifyAll();
    }

    /**
     * Lets nobody in any more and waits for those who are inside.
     *
     * @return false when somebody is still inside after all patience
     */
    public synchronized boolean close() {
        closed = true;
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (inside > 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
