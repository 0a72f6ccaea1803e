package vn.quyche.core.api.persistence;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One transaction over everything in the database: the units of all bundles, the outbox and the audit log.
 *
 * <p>A nested call joins the running transaction. Any exception rolls the whole of it back, also one that was caught on its
 * way: the outermost call then throws {@code IllegalStateException} instead of committing. When the database cannot be
 * reached, calls throw {@code Unavailable}.
 */
@ProviderType
public interface Tx {

    /** Runs work in a transaction and gives its result. */
    <T> T call(Supplier<T> work);

    /** Runs work in a transaction. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Runs work in a transaction of its own, whatever becomes of the one that runs now; for the record of a refusal. Call
     * it outside of a transaction where possible: on Derby it must not touch rows that the outer one has locked.
     */
    <T> T separate(Supplier<T> work);

    /** Whether a transaction runs on this thread. */
    boolean active();

    /** Runs an action once the outermost transaction has committed; at once when there is none. */
    void afterCommit(Runnable action);
}
