package vn.quyche.core.audit.internal.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.audit.internal.model.ChainWalk;
import vn.quyche.core.audit.internal.model.Checkpoint;
import vn.quyche.core.audit.internal.model.Finding;
import vn.quyche.core.audit.internal.model.SealedLine;
import vn.quyche.core.audit.internal.store.AuditStore;
import vn.quyche.core.audit.internal.store.AuditStore.Waiting;

/** Recomputes the chain page by page, whatever its length. */
@Component(service = Verifier.class)
public final class Verifier {

    private static final int PAGE = 1000;

    /**
     * What was found.
     *
     * @param lines how many sealed lines were checked
     * @param unsealed how many lines wait for their seal
     */
    public record Result(long lines, long unsealed, List<Finding> findings) {}

    private final AuditStore store;
    private final CheckpointFile file;

    @Activate
    public Verifier(@Reference AuditStore store, @Reference CheckpointFile file) {
        this.store = store;
        this.file = file;
    }

    /** Verifies. Sealing may go on meanwhile: what is sealed later is not looked at. */
    public Result run() {
        // The file is opened before the head is read: it can then not be ahead of it.
        try (CheckpointFile.Reading reading = file.read()) {
            Checkpoint head = store.head();
            ChainWalk walk = new ChainWalk()
                    .compareWith(reading.checkpoints())
                    .compareWith(new StoredCheckpoints(head.number()));
            List<SealedLine> page = store.sealed(0, head.number(), PAGE);
            while (!page.isEmpty()) {
                page.forEach(walk::line);
                page = store.sealed(page.get(page.size() - 1).number(), head.number(), PAGE);
            }
            walk.end(head);
            store.eachBeyondHead(line -> walk.beyond(line.number(), line.line().id()));
            long unsealed = unsealed(walk);
            store.refusalsOutOfPlace(PAGE).forEach(walk::refusalOutOfPlace);
            return new Result(walk.lines(), unsealed, walk.findings());
        }
    }

    private long unsealed(ChainWalk walk) {
        long count = 0;
        List<Waiting> page = store.unsealed("", PAGE);
        while (!page.isEmpty()) {
            page.forEach(waiting -> walk.unsealed(waiting.line(), waiting.contentHash()));
            count += page.size();
            page = store.unsealed(page.get(page.size() - 1).line().id(), PAGE);
        }
        return count;
    }

    /** The checkpoints of the database up to the head, read page by page. */
    private final class StoredCheckpoints implements Iterator<Checkpoint> {

        private final long upTo;
        private final Deque<Checkpoint> page = new ArrayDeque<>();
        private long last;

        StoredCheckpoints(long upTo) {
            this.upTo = upTo;
        }

        @Override
        public boolean hasNext() {
            if (page.isEmpty()) {
                page.addAll(store.checkpoints(last, PAGE));
            }
            return !page.isEmpty() && page.getFirst().number() <= upTo;
        }

        @Override
        public Checkpoint next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            last = page.getFirst().number();
            return page.removeFirst();
        }
    }
}
