package vn.quyche.core.directory.internal.service;

import java.time.Duration;
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

    private static final Duration FRESH = Duration.ofMillis(50);
    private static final Duration USABLE = Duration.ofSeconds(1);

    /** A snapshot and when its stamp was last seen in the database. */
    private record Seen(Snapshot snapshot, long at) {}

    private final JpaDirectoryStore store;
    private final Tx tx;
    private final long freshNanos;
    private final long usableNanos;
    private final AtomicReference<Seen> committed = new AtomicReference<>();
    private final AtomicReference<Snapshot> inTransaction = new AtomicReference<>();
    /** Set on the thread of a transaction that changed something; taken off when the thread asks outside of one. */
    private final ThreadLocal<Boolean> changing = new ThreadLocal<>();

    private final ReentrantLock looking = new ReentrantLock();

    @Activate
    public CurrentDirectory(@Reference JpaDirectoryStore store, @Reference Tx tx) {
        this(store, tx, FRESH, USABLE);
    }

    CurrentDirectory(JpaDirectoryStore store, Tx tx, Duration fresh, Duration usable) {
        this.store = store;
        this.tx = tx;
        this.freshNanos = fresh.toNanos();
        this.usableNanos = usable.toNanos();
    }

    /** The directory as it is now; inside a transaction with what was changed in it. */
    public Snapshot get() {
        boolean inside = tx.active();
        if (!inside) {
            changing.remove();
        }
        Seen seen = committed.get();
        if (seen != null && System.nanoTime() - seen.at < freshNanos && changing.get() == null) {
            return seen.snapshot;
        }
        return inside ? seenInTransaction() : looked();
    }

    /** The directory as it is now, locked against other changes until the running transaction ends. */
    public Snapshot locked() {
        return at(store.lock());
    }

    /** The running transaction changed something: it looks at the stamp each time, whatever others see meanwhile. */
    public void changed() {
        changing.set(Boolean.TRUE);
        touched();
    }

    /** Something changed: whoever asks next looks at the stamp. */
    public void touched() {
        committed.updateAndGet(seen -> seen == null ? null : new Seen(seen.snapshot, seen.at - usableNanos));
    }

    /** A stamp that is the one of what is committed was not set by this transaction: it counts for everybody. */
    private Snapshot seenInTransaction() {
        Seen seen = committed.get();
        long now = System.nanoTime();
        Snapshot snapshot = at(store.stamp());
        if (seen != null && seen.snapshot == snapshot) {
            committed.compareAndSet(seen, new Seen(snapshot, now));
        }
        return snapshot;
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
            if (seen != null && now - seen.at < freshNanos) {
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
