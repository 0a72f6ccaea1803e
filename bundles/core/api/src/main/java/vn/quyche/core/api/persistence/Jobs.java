package vn.quyche.core.api.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/**
 * The work that recurs in the background ({@link vn.quyche.core.api.persistence.spi.Job}), for whoever runs the platform;
 * takes permission {@code platform:operate}.
 */
@ProviderType
public interface Jobs {

    /** How a job stands. */
    enum State {
        /** Its last run ended well, or it has not run yet. */
        WAITING,
        /** It runs now, on this node or on another. */
        RUNNING,
        /** Its last run failed. */
        FAILING
    }

    /**
     * A job of a bundle that is here.
     *
     * @param name its name, {@code <domain>.<what>}
     * @param every the pause between the end of one run and the start of the next
     * @param state how it stands
     * @param ended when its last run ended on any node; empty before the first, and when a person asked for one since
     * @param next when it runs next; empty while it runs, and when that is as soon as a thread is free
     * @param failures how many runs in a row have failed
     * @param error what went wrong in the last one, one line; empty when nothing
     */
    record Line(
            String name,
            Duration every,
            State state,
            Optional<Instant> ended,
            Optional<Instant> next,
            int failures,
            String error) {}

    /**
     * The jobs by {@code name} (the order unless asked otherwise) or by {@code ended}.
     *
     * @param state only those that stand so
     * @throws vn.quyche.core.api.error.Invalid {@code core.bad-sort} or {@code core.bad-cursor}
     */
    Page<Line> list(Caller caller, Optional<State> state, PageRequest page);

    /**
     * Has a job run now and not at its time; it goes on at its pace after that. One that keeps hours of its own (the backup,
     * the verification of the log, the daily mail) looks at the clock as always. What it does is in the log in its own name;
     * that it was asked for, in the caller's.
     *
     * @throws vn.quyche.core.api.error.NotFound {@code persistence.no-job} when no bundle that is here has such a job
     * @throws vn.quyche.core.api.error.Conflict {@code persistence.job-running} when it runs already
     */
    void run(Caller caller, String name);
}
