package vn.quyche.core.audit.internal.service;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.audit.internal.model.Checkpoint;
import vn.quyche.core.audit.internal.store.AuditStore;

/**
 * Gives written lines their place in the chain, in batches behind the acts, so that no act waits for another one's hash.
 *
 * <p>A line that was committed late, behind lines with greater ids, comes into the chain when it is seen: the order of the
 * numbers is the truth.
 */
@Component(service = Sealer.class)
public final class Sealer {

    private static final int BATCH = 1000;
    /** A run stays short; what is left is sealed by the next one. */
    private static final int MOST_BATCHES = 50;

    private final AuditStore store;
    private final CheckpointFile file;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public Sealer(
            @Reference AuditStore store, @Reference CheckpointFile file, @Reference Tx tx, @Reference Clock clock) {
        this.store = store;
        this.file = file;
        this.tx = tx;
        this.clock = clock;
    }

    /** Seals what waits. */
    public void run() {
        for (int i = 0; i < MOST_BATCHES; i++) {
            List<Checkpoint> passed = store.seal(BATCH, clock.instant());
            if (passed.isEmpty()) {
                break;
            }
            tx.afterCommit(() -> file.passed(passed, clock.instant()));
        }
        file.endIfDue(clock.instant());
    }
}
