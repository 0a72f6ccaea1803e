package vn.quyche.group.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.quyche.core.api.PageRequest;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.GroupDecision;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptFilter;
import vn.quyche.group.api.ReceiptStage;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.PastReleases;
import vn.quyche.testkit.TestDatabase;

/** Schools of each earlier version, with groups, directives and receipts in their tables. */
class UpgradeTest {

    private static final String GROUP = "01J70000000000000000000GR1";
    private static final String DISSOLVED = "01J70000000000000000000GR2";
    private static final String DIRECTIVE = "01J70000000000000000000DI1";
    private static final String TEACHER = "01J70000000000000000000PE1";
    private static final Instant LATER = Instant.parse("2026-01-05T00:00:00Z");

    @OnEachDatabase
    void groupsAndDirectivesOfEachEarlierVersionAreReadAsTheyWere(TestDatabase db) throws Exception {
        Map<String, String> moved = Map.of("q_group.posting_withdrawal", "q_group.posting_suspension");
        PastReleases.upgradeEach(db, "group", moved, (version, unit) -> {
            JpaGroupStore groups = new JpaGroupStore(unit.jpa());
            MessagingGroup group = groups.find(GROUP).orElseThrow();
            assertThat(group.name()).as("from " + version).isEqualTo("Hội đồng sư phạm");
            assertThat(groups.find(DISSOLVED).orElseThrow().status()).isEqualTo(GroupStatus.DISSOLVED);
            assertThat(groups.members(GROUP)).hasSize(2);
            assertThat(groups.chainHash(GROUP)).startsWith("b5bb9d80");

            JpaDirectiveStore directives = new JpaDirectiveStore(unit.jpa());
            Directive directive = directives.find(DIRECTIVE).orElseThrow();
            assertThat(directive.state()).isEqualTo(DirectiveState.ISSUED);
            assertThat(directives.pinned(GROUP)).isOne();
            assertThat(directives.chain(GROUP, 0, 0, 10))
                    .extracting(Directive::id)
                    .contains(DIRECTIVE);

            JpaReceiptStore receipts = new JpaReceiptStore(unit.jpa());
            assertThat(receipts.list(DIRECTIVE, ReceiptFilter.all(), PageRequest.first(), LATER)
                            .items())
                    .extracting(Receipt::name, Receipt::stage)
                    .containsExactly(
                            tuple("Phạm Cường", ReceiptStage.PENDING), tuple("Lê Bình", ReceiptStage.ACKNOWLEDGED));
            assertThat(receipts.summary(DIRECTIVE, LATER).byStage())
                    .containsAllEntriesOf(Map.of(ReceiptStage.PENDING, 1, ReceiptStage.ACKNOWLEDGED, 1));
            assertThat(receipts.find(List.of(DIRECTIVE), TEACHER, LATER)).hasSize(1);

            JpaDecisionStore decisions = new JpaDecisionStore(unit.jpa());
            assertThat(decisions
                            .officialOn(LocalDate.of(2025, 10, 1), PageRequest.first())
                            .items())
                    .as("the register of a day before decisions were kept, from " + version)
                    .extracting(GroupDecision::name)
                    .contains("Hội đồng sư phạm", "Tổ Toán");
        });
    }
}
