package vn.quyche.core.api.persistence;

import java.time.Instant;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/**
 * Backs the whole school up while it works: database, contents, configuration, in one file that {@code ./quyche restore}
 * takes. What was committed before it began is in it. Takes permission {@code platform:backup}.
 */
@ProviderType
public interface Backups {

    /**
     * A backup that was written, read back and found to be what was to be written.
     *
     * @param file where it is, in full
     * @param made when it was begun
     * @param files how many files it holds
     * @param bytes how many bytes they have; the backup itself is smaller
     */
    record Backup(String file, Instant made, int files, long bytes) {}

    /** Is told how far it is. */
    @FunctionalInterface
    @ConsumerType
    interface Watcher {

        /**
         * Called often, on another thread than the caller's.
         *
         * @param step the key of a text that says what is being done
         * @param files how many files this step has done
         * @param bytes how many bytes they had
         */
        void at(String step, long files, long bytes);
    }

    /**
     * Writes a backup; comes back when it is there. Interrupting the thread cancels it.
     *
     * @param file the full path on the server; may name an older backup, which is replaced, but no other file
     * @throws vn.quyche.core.api.error.Invalid when nothing can be written there
     * @throws vn.quyche.core.api.error.Conflict {@code persistence.backup-running}: another one is being written
     * @throws vn.quyche.core.api.error.Unavailable when it did not come to its end; nothing is left of it then
     */
    Backup write(Caller caller, String file, Watcher watcher);
}
