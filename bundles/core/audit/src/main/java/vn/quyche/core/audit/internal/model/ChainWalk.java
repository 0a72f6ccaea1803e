package vn.quyche.core.audit.internal.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Walks the chain from its first line to its end and finds what was altered, removed or inserted.
 *
 * <p>Each line carries the hash of the line that it followed, besides its own. That tells the cases apart: a line that no
 * longer agrees with itself was altered; a missing number was removed; and when a line follows an earlier one than the one
 * before it, what stands between them was inserted. A line that was rewritten with all its hashes shows in the next one, or
 * in a checkpoint. Only the last {@value #WINDOW} lines are kept, whatever the length of the chain.
 */
public final class ChainWalk {

    private static final int WINDOW = 64;
    /** Enough to see what happened; a rewritten table would give one finding per line. */
    private static final int MOST_FINDINGS = 1000;

    private record Passed(long number, String lineId, String hash) {}

    private final NavigableMap<Long, Finding> findings = new TreeMap<>();
    private final Deque<Passed> window = new ArrayDeque<>();
    private final List<CheckpointCursor> checkpoints = new ArrayList<>();
    private Passed last = new Passed(0, "", Hashes.GENESIS);
    private long lines;

    public ChainWalk() {
        window.add(last);
    }

    /** Compares with checkpoints, given by ascending number; those out of order are passed over. */
    public ChainWalk compareWith(Iterator<Checkpoint> ascending) {
        checkpoints.add(new CheckpointCursor(ascending));
        return this;
    }

    /** The next line; numbers ascend. */
    public void line(SealedLine line) {
        boolean whole = line.whole();
        if (!whole) {
            found(Finding.altered(line.number(), line.line().id(), "audit.fault.altered", line.number()));
        }
        if (line.number() > last.number + 1) {
            found(Finding.removed(last.number + 1, line.number() - 1));
            window.clear();
        } else if (whole && !line.prevHash().equals(last.hash)) {
            broken(line);
        }
        pass(new Passed(line.number(), line.line().id(), line.hash()));
    }

    /**
     * The end of the chain.
     *
     * @param head the end as the head row tells it
     */
    public void end(Checkpoint head) {
        if (head.number() > last.number) {
            found(Finding.removed(last.number + 1, head.number()));
        } else if (head.number() == last.number && !head.hash().equals(last.hash)) {
            rewritten(last);
        }
        for (CheckpointCursor cursor : checkpoints) {
            cursor.furthestBeyond(Math.max(last.number, head.number()))
                    .ifPresent(missing -> found(Finding.removed(last.number + 1, missing.number())));
        }
    }

    /** A line beyond the end of the chain. */
    public void beyond(long number, String lineId) {
        found(Finding.inserted(number, lineId));
    }

    /** A line that waits for its seal. */
    public void unsealed(Line line, String contentHash) {
        if (!line.contentHash().equals(contentHash)) {
            behindTheChain(Finding.altered(0, line.id(), "audit.fault.altered-unsealed", line.id()));
        }
    }

    /** A refused attempt that is not found as it stands in the log. */
    public void refusalOutOfPlace(String lineId) {
        behindTheChain(Finding.altered(0, lineId, "audit.fault.refusal-out-of-place", lineId));
    }

    /** Number 0 is no key for several: they follow the chain. */
    private void behindTheChain(Finding finding) {
        found(Long.MAX_VALUE - findings.size(), finding);
    }

    /** How many lines were walked. */
    public long lines() {
        return lines;
    }

    /** What is wrong, in chain order. */
    public List<Finding> findings() {
        return List.copyOf(findings.values());
    }

    /** The line is whole, but does not follow the one before it. */
    private void broken(SealedLine line) {
        boolean followsAnEarlierOne = window.stream().anyMatch(passed -> passed.hash.equals(line.prevHash()));
        if (followsAnEarlierOne) {
            while (!window.getLast().hash.equals(line.prevHash())) {
                Passed between = window.removeLast();
                findings.remove(between.number);
                found(Finding.inserted(between.number, between.lineId));
            }
        } else {
            rewritten(last);
        }
    }

    private void pass(Passed passed) {
        for (CheckpointCursor cursor : checkpoints) {
            if (cursor.contradicts(passed.number, passed.hash)) {
                rewritten(passed);
            }
        }
        lines++;
        last = passed;
        window.addLast(passed);
        if (window.size() > WINDOW) {
            window.removeFirst();
        }
    }

    private void rewritten(Passed passed) {
        found(Finding.altered(passed.number, passed.lineId, "audit.fault.rewritten", passed.number));
    }

    private void found(Finding finding) {
        found(finding.number(), finding);
    }

    private void found(long key, Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.putIfAbsent(key, finding);
        }
    }
}
