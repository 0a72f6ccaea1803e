package vn.quyche.core.audit.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.PastReleases;
import vn.quyche.testkit.TestDatabase;

/** Schools of each earlier version, with lines in their log. */
class UpgradeTest {

    @OnEachDatabase
    void linesOfEachEarlierVersionAreReadAndStayWhereTheyWereInTheChain(TestDatabase db) throws Exception {
        PastReleases.upgradeEach(db, "audit", (version, unit) -> {
            AuditStore store = new AuditStore(unit.jpa());
            assertThat(store.head().number()).as("from " + version).isEqualTo(2);
            assertThat(store.sealed(0, 2, 10))
                    .extracting(line -> line.line().id())
                    .containsExactly("01J70000000000000000000AU1", "01J70000000000000000000AU2");
            assertThat(store.find("01J70000000000000000000AU2"))
                    .hasValueSatisfying(line -> assertThat(line.clause()).isEqualTo("BC.6.3"));
            assertThat(store.refusalsOutOfPlace(10)).as("from " + version).isEmpty();
            assertThat(new RefusalStore(unit.jpa()).first())
                    .as("from " + version)
                    .isPresent();
        });
    }
}
