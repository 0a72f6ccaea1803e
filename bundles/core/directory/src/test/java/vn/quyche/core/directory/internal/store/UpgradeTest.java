package vn.quyche.core.directory.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.directory.Leavings.State;
import vn.quyche.core.directory.internal.model.Direction;
import vn.quyche.core.directory.internal.model.DirectoryData;
import vn.quyche.core.directory.internal.model.HandoverCase;
import vn.quyche.core.directory.internal.model.HandoverItem;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.PastReleases;
import vn.quyche.testkit.TestDatabase;

/** Schools of each earlier version, with people and people who were about to leave. */
class UpgradeTest {

    @OnEachDatabase
    void leavingsOfEachEarlierVersionGoOn(TestDatabase db) throws Exception {
        PastReleases.upgradeEach(db, "directory", (version, unit) -> {
            DirectoryData data = new JpaDirectoryStore(unit.jpa()).load();
            assertThat(data.people()).as("from " + version).hasSize(1);
            assertThat(data.posts()).hasSize(1);
            JpaHandoverStore store = new JpaHandoverStore(unit.jpa());
            HandoverCase open = store.openOf(Direction.LEAVING, "01J70000000000000000000PE1")
                    .orElseThrow();
            assertThat(open.reason()).isEqualTo("TRANSFER");
            assertThat(open.state()).isEqualTo(State.OPEN);
            assertThat(store.items(open.id())).singleElement().satisfies(item -> {
                assertThat(item.open()).isTrue();
                assertThat(item.byItself()).isFalse();
                assertThat(item).extracting(HandoverItem::leaverConfirmedAt).isNotEqualTo(Optional.empty());
            });
            assertThat(store.openOf(Direction.JOINING, "01J70000000000000000000PE1"))
                    .isEmpty();
            assertThat(store.list(
                                    Direction.LEAVING,
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    PageRequest.first())
                            .items())
                    .hasSize(1);
        });
    }
}
