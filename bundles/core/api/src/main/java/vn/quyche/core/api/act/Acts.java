package vn.quyche.core.api.act;

import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/**
 * Runs acts.
 *
 * <p>Checks the permission, opens (or joins) a transaction, runs the work, writes the audit line and commits. When the
 * work throws, everything is rolled back, and a refusal (any {@code QuycheException} but {@code NotFound}) is written to
 * the audit log by itself before it is thrown on.
 */
@ProviderType
public interface Acts {

    /** The body of an act. */
    @FunctionalInterface
    interface Work<T> {
        T run(ActLog log);
    }

    /** Runs an act and gives what its work gives. */
    <T> T perform(Caller caller, Act act, Work<T> work);

    /**
     * Runs a creating act at most once for a key that the client chose: the second call with the same key and account
     * gives the id that the first one created, also when both run at the same time.
     *
     * @param key the idempotency key, at most 100 characters; blank for none
     * @param work gives the id of what it created
     */
    String performOnce(Caller caller, String key, Act act, Work<String> work);
}
