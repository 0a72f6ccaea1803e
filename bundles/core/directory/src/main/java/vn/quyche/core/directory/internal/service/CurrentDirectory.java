package vn.quyche.core.directory.internal.service;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.directory.internal.model.Snapshot;
import vn.quyche.core.directory.internal.store.JpaDirectoryStore;

/**
 * Keeps the directory in memory and notices when it changed, here or on another node, by the stamp in the database.
 *
 * <p>The stamp is looked at no more often than every 50 milliseconds. Every change sets a stamp that never was before, so
 * that a snapshot made inside a transaction, of changes that may still be rolled back, is found by that transaction and
 * never by anybody else.
 */
@Component(service = CurrentDirectory.class)
public class CurrentDirectory {

    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** A snapshot and when its stamp was last seen in the database. */
    private record Seen(Snapshot snapshot, long at) {}

    private final JpaDirectoryStore store;
    private final Tx tx;
    private final AtomicReference<Seen> committed = new AtomicReference<>();
    private final AtomicReference<Snapshot> inTransaction = new AtomicReference<>();
    private final Object loading = new Object();

    @Activate
    public CurrentDirectory(@Reference JpaDirectoryStore store, @Reference Tx tx) {
        this.store = store;
        this.tx = tx;
    }

    /** The directory as it is now; inside a transaction with what was changed in it. */
    public Snapshot get() {
        Seen seen = committed.get();
        if (seen != null && System.nanoTime() - seen.at < FRESH_NANOS) {
            return seen.snapshot;
        }
        return tx.active() ? at(store.stamp()) : reloaded();
    }

    /** The directory as it is now, locked against other changes until the running transaction ends. */
    public Snapshot locked() {
        return at(store.lock());
    }

    /** Something changed: whoever asks next looks at the stamp. */
    public void touched() {
        committed.updateAndGet(seen -> seen == null ? null : new Seen(seen.snapshot, seen.at - FRESH_NANOS));
    }

    /**
     * Waiting for another thread that loads is forbidden inside a transaction: that thread may wait for rows which this
     * one has locked. So it loads by itself.
     */
    private Snapshot at(String stamp) {
        Seen seen = committed.get();
        if (seen != null && seen.snapshot.stamp().equals(stamp)) {
            return seen.snapshot;
        }
        Snapshot own = inTransaction.get();
        if (own == null || !own.stamp().equals(stamp)) {
            own = new Snapshot(store.load());
            inTransaction.set(own);
        }
        return own;
    }

    private Snapshot reloaded() {
        synchronized (loading) {
            long now = System.nanoTime();
            Seen seen = committed.get();
            if (seen != null && now - seen.at < FRESH_NANOS) {
                return seen.snapshot;
            }
            Snapshot snapshot = seen != null && seen.snapshot.stamp().equals(store.stamp())
                    ? seen.snapshot
                    : new Snapshot(store.load());
            committed.set(new Seen(snapshot, now));
            return snapshot;
        }
    }
}
