package vn.quyche.core.directory.internal.service;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.directory.internal.model.Snapshot;
import vn.quyche.core.directory.internal.store.JpaDirectoryStore;

/**
 * Keeps the directory in memory and notices when it changed, here or on another node, by the stamp in the database.
 *
 * <p>The stamp is looked at no more often than every 50 milliseconds, by one thread; while it looks, which may take long when
 * all connections are in use, the others go on with what was seen less than a second ago, unless something was changed here.
 * Every change sets a stamp that never was before, so
 * that a snapshot made inside a transaction, of changes that may still be rolled back, is found by that transaction and
 * never by anybody else.
 */
@Component(service = CurrentDirectory.class)
public class CurrentDirectory {

    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Duration USABLE = Duration.ofSeconds(1);

    /** A snapshot and when its stamp was last seen in the database. */
    private record Seen(Snapshot snapshot, long at) {}

    private final JpaDirectoryStore store;
    private final Tx tx;
    private final long usableNanos;
    private final AtomicReference<Seen> committed = new AtomicReference<>();
    private final AtomicReference<Snapshot> inTransaction = new AtomicReference<>();
    private final ReentrantLock looking = new ReentrantLock();

    @Activate
    public CurrentDirectory(@Reference JpaDirectoryStore store, @Reference Tx tx) {
        this(store, tx, USABLE);
    }

    CurrentDirectory(JpaDirectoryStore store, Tx tx, Duration usable) {
        this.store = store;
        this.tx = tx;
        this.usableNanos = usable.toNanos();
    }

    /** The directory as it is now; inside a transaction with what was changed in it. */
    public Snapshot get() {
        Seen seen = committed.get();
        if (seen != null && System.nanoTime() - seen.at < FRESH_NANOS) {
            return seen.snapshot;
        }
        return tx.active() ? at(store.stamp()) : looked();
    }

    /** The directory as it is now, locked against other changes until the running transaction ends. */
    public Snapshot locked() {
        return at(store.lock());
    }

    /** Something changed: whoever asks next looks at the stamp. */
    public void touched() {
        committed.updateAndGet(seen -> seen == null ? null : new Seen(seen.snapshot, seen.at - usableNanos));
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

    private Snapshot looked() {
        if (!looking.tryLock()) {
            Seen seen = committed.get();
            if (seen != null && System.nanoTime() - seen.at < usableNanos) {
                return seen.snapshot;
            }
            looking.lock();
        }
        try {
            long now = System.nanoTime();
            Seen seen = committed.get();
            if (seen != null && now - seen.at < FRESH_NANOS) {
                return seen.snapshot;
            }
            Snapshot snapshot = seen != null && seen.snapshot.stamp().equals(store.stamp())
                    ? seen.snapshot
                    : new Snapshot(store.load());
            // What was touched meanwhile stays touched: its change may have come after the stamp was read.
            committed.compareAndSet(seen, new Seen(snapshot, now));
            return snapshot;
        } finally {
            looking.unlock();
        }
    }
}
