package vn.quyche.core.audit.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.audit.AuditTrail.Fault.Kind;

class ChainWalkTest {

    private final List<SealedLine> chain = chain(1, 10, Hashes.GENESIS);

    @Test
    void findsNothingInAWholeChain() {
        assertThat(walk(chain, head(chain))).isEmpty();
    }

    @Test
    void findsNothingInAnEmptyChain() {
        assertThat(walk(List.of(), new Checkpoint(0, Hashes.GENESIS))).isEmpty();
    }

    @Test
    void namesTheLineWhoseTextWasAltered() {
        SealedLine old = chain.get(4);
        chain.set(4, new SealedLine(5, said("l5", "khác"), old.contentHash(), old.prevHash(), old.hash()));
        assertThat(walk(chain, head(chain)))
                .extracting(Finding::number, Finding::lineId, Finding::kind)
                .containsExactly(tuple(5L, "l5", Kind.ALTERED));
    }

    @Test
    void namesTheLineWhoseTextAndContentHashWereAltered() {
        SealedLine old = chain.get(4);
        Line other = said("l5", "khác");
        chain.set(4, new SealedLine(5, other, other.contentHash(), old.prevHash(), old.hash()));
        assertThat(walk(chain, head(chain)))
                .extracting(Finding::number, Finding::kind)
                .containsExactly(tuple(5L, Kind.ALTERED));
    }

    @Test
    void namesTheLineThatWasRewrittenWithAllItsHashes() {
        chain.set(4, seal(5, said("l5", "khác"), chain.get(3).hash()));
        assertThat(walk(chain, head(chain)))
                .extracting(Finding::number, Finding::lineId, Finding::kind)
                .containsExactly(tuple(5L, "l5", Kind.ALTERED));
    }

    @Test
    void namesTheLastLineThatWasRewrittenWithAllItsHashes() {
        Checkpoint head = head(chain);
        chain.set(9, seal(10, said("l10", "khác"), chain.get(8).hash()));
        assertThat(walk(chain, head))
                .extracting(Finding::number, Finding::kind)
                .containsExactly(tuple(10L, Kind.ALTERED));
    }

    @Test
    void namesARemovedLine() {
        Checkpoint head = head(chain);
        chain.remove(4);
        assertThat(walk(chain, head))
                .extracting(Finding::number, Finding::lineId, Finding::kind)
                .containsExactly(tuple(5L, "", Kind.REMOVED));
    }

    @Test
    void namesTheFirstLineWhenItIsRemoved() {
        Checkpoint head = head(chain);
        chain.remove(0);
        assertThat(walk(chain, head))
                .extracting(Finding::number, Finding::kind)
                .containsExactly(tuple(1L, Kind.REMOVED));
    }

    @Test
    void tellsARunOfRemovedLinesOnce() {
        Checkpoint head = head(chain);
        chain.subList(2, 6).clear();
        assertThat(walk(chain, head)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.REMOVED);
            assertThat(finding.args()).containsExactly(3L, 6L);
        });
    }

    @Test
    void seesThatTheTailWasCut() {
        Checkpoint head = head(chain);
        chain.subList(7, 10).clear();
        assertThat(walk(chain, head)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.REMOVED);
            assertThat(finding.args()).containsExactly(8L, 10L);
        });
    }

    @Test
    void seesInTheCheckpointsThatTailAndHeadWereCutTogether() {
        List<Checkpoint> file = List.of(at(5), at(10));
        chain.subList(7, 10).clear();
        assertThat(walk(chain, head(chain), file)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.REMOVED);
            assertThat(finding.args()).containsExactly(8L, 10L);
        });
    }

    @Test
    void seesInTheCheckpointsThatTheWholeChainWasWrittenAnew() {
        List<Checkpoint> file = List.of(at(5), at(10));
        List<SealedLine> forged = new ArrayList<>(chain.subList(0, 2));
        forged.add(seal(3, said("l3", "khác"), forged.get(1).hash()));
        for (int i = 4; i <= 10; i++) {
            forged.add(seal(i, said("l" + i, "việc " + i), forged.get(i - 2).hash()));
        }
        assertThat(walk(forged, head(forged), file))
                .extracting(Finding::number, Finding::kind)
                .containsExactly(tuple(5L, Kind.ALTERED));
    }

    @Test
    void namesALineThatWasInsertedAndWhatFollowsRenumbered() {
        List<SealedLine> forged = new ArrayList<>(chain.subList(0, 5));
        forged.add(seal(6, said("x", "bịa"), chain.get(4).hash()));
        chain.subList(5, 10)
                .forEach(line -> forged.add(new SealedLine(
                        line.number() + 1, line.line(), line.contentHash(), line.prevHash(), line.hash())));
        assertThat(walk(forged, head(forged)))
                .extracting(Finding::number, Finding::lineId, Finding::kind)
                .containsExactly(tuple(6L, "x", Kind.INSERTED));
    }

    @Test
    void namesInsertedLinesWithBadHashes() {
        List<SealedLine> forged = new ArrayList<>(chain.subList(0, 5));
        forged.add(new SealedLine(6, said("x", "bịa"), "a", "b", "c"));
        forged.add(new SealedLine(7, said("y", "bịa"), "d", "e", "f"));
        chain.subList(5, 10)
                .forEach(line -> forged.add(new SealedLine(
                        line.number() + 2, line.line(), line.contentHash(), line.prevHash(), line.hash())));
        assertThat(walk(forged, head(forged)))
                .extracting(Finding::number, Finding::lineId, Finding::kind)
                .containsExactly(tuple(6L, "x", Kind.INSERTED), tuple(7L, "y", Kind.INSERTED));
    }

    @Test
    void seesThatAWaitingLineWasAltered() {
        ChainWalk walk = new ChainWalk();
        walk.unsealed(said("u1", "một"), said("u1", "một").contentHash());
        walk.unsealed(said("u2", "hai"), said("u2", "khác").contentHash());
        walk.unsealed(said("u3", "ba"), said("u3", "khác").contentHash());
        assertThat(walk.findings()).extracting(Finding::lineId).containsExactlyInAnyOrder("u2", "u3");
    }

    @Test
    void stopsCollectingWhenEverythingIsWrong() {
        ChainWalk walk = new ChainWalk();
        for (int i = 1; i <= 5000; i++) {
            walk.line(new SealedLine(i, said("l" + i, "x"), "a", "b" + i, "c" + i));
        }
        assertThat(walk.findings()).hasSize(1000);
        assertThat(walk.lines()).isEqualTo(5000);
    }

    @Test
    void passesOverCheckpointsOutOfOrder() {
        assertThat(walk(chain, head(chain), List.of(at(8), at(3), at(9)))).isEmpty();
    }

    private Checkpoint at(int number) {
        return new Checkpoint(number, chain.get(number - 1).hash());
    }

    private static Checkpoint head(List<SealedLine> chain) {
        SealedLine last = chain.get(chain.size() - 1);
        return new Checkpoint(last.number(), last.hash());
    }

    private static List<Finding> walk(List<SealedLine> chain, Checkpoint head) {
        return walk(chain, head, List.of());
    }

    private static List<Finding> walk(List<SealedLine> chain, Checkpoint head, List<Checkpoint> checkpoints) {
        ChainWalk walk = new ChainWalk().compareWith(checkpoints.iterator());
        chain.forEach(walk::line);
        walk.end(head);
        return walk.findings();
    }

    private static List<SealedLine> chain(int from, int to, String prevHash) {
        List<SealedLine> lines = new ArrayList<>();
        String prev = prevHash;
        for (int i = from; i <= to; i++) {
            SealedLine line = seal(i, said("l" + i, "việc " + i), prev);
            lines.add(line);
            prev = line.hash();
        }
        return lines;
    }

    private static SealedLine seal(long number, Line line, String prevHash) {
        String content = line.contentHash();
        return new SealedLine(number, line, content, prevHash, Hashes.chain(prevHash, content));
    }

    private static Line said(String id, String note) {
        return new Line(
                id,
                1,
                "a",
                "p",
                "Lê Thị Ánh",
                "UI",
                "127.0.0.1",
                "c",
                "group.issue",
                "group.directive",
                "d",
                "DONE",
                "",
                "",
                "",
                "{}",
                note);
    }
}
