package vn.quyche.core.persistence.container;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quyche.core.persistence.container.Container.await;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import vn.quyche.testkit.TestDatabase;

/** Storage as it is in OSGi: DS, ConfigAdmin, Aries JPA and EclipseLink as bundles. */
class ContainerIT {

    private static final String FIRST = "create table q_tree.leaf (name varchar(20) not null primary key);";
    private static final String SECOND = "create index leaf_name on q_tree.leaf (name);";
    private static final String DATA_SOURCE = "javax.sql.DataSource";

    @TempDir
    private Path folder;

    @Test
    void givesABundleItsSchemaThenItsUnitInTheSharedTransaction() throws Exception {
        try (Container container = new Container(folder)) {
            Bundle sample = container.sample("1.0.0", FIRST);
            container.awaitUnit();

            container.tell("add a");
            container.tell("add-in-tx b c");
            assertThat(container.tell("add-and-fail d e")).isEqualTo("failed as asked");
            assertThat(container.tell("list")).isEqualTo("a,b,c");
            assertThat(container.tell("health persistence.schemas"))
                    .startsWith("OK")
                    .contains("persistence, tree");
            assertThat(container.tell("health persistence.database")).startsWith("OK");

            sample.stop();
            assertThat(container.has(DATA_SOURCE, "(osgi.jndi.service.name=quyche-tree)"))
                    .isFalse();
            sample.start();
            container.awaitUnit();
            assertThat(container.tell("list")).isEqualTo("a,b,c");
        }
    }

    @Test
    void movesToPostgresAndBackWhileItRuns() throws Exception {
        try (TestDatabase postgres = TestDatabase.postgres();
                Container container = new Container(folder)) {
            container.sample("1.0.0", FIRST);
            container.awaitUnit();
            container.tell("add derby");

            container.tell("config " + postgres.url() + " quyche");
            awaitDatabase(container, "OK jdbc:postgresql");
            container.awaitUnit();
            assertThat(container.tell("list")).isEmpty();
            container.tell("add-in-tx postgres too");
            assertThat(container.tell("add-and-fail d e")).isEqualTo("failed as asked");
            assertThat(container.tell("list")).isEqualTo("postgres,too");

            container.tell("config jdbc:derby:${quyche.data}/db;create=true");
            awaitDatabase(container, "OK jdbc:derby");
            container.awaitUnit();
            assertThat(container.tell("list")).isEqualTo("derby");
        }
    }

    @Test
    void waitsForADatabaseThatCannotBeReachedAndSaysWhy() throws Exception {
        try (Container container = new Container(folder)) {
            container.sample("1.0.0", FIRST);
            container.awaitUnit();

            container.tell("config jdbc:postgresql://127.0.0.1:1/none nobody");
            awaitDatabase(container, "DOWN jdbc:postgresql://127.0.0.1:1/none");
            assertThat(container.has("vn.quyche.core.api.persistence.Tx", null)).isFalse();
            assertThat(container.has("org.apache.aries.jpa.template.JpaTemplate", "(osgi.unit.name=tree)"))
                    .isFalse();

            container.tell("config jdbc:oracle:thin:@x");
            awaitDatabase(container, "DOWN URL");

            container.tell("config jdbc:derby:${quyche.data}/db;create=true");
            container.awaitUnit();
            container.tell("add a");
        }
    }

    @Test
    void aBundleWhoseSchemaIsNewerStaysOutAndHoldsUpNobody() throws Exception {
        try (Container container = new Container(folder)) {
            Bundle newer = container.sample("2.0.0", FIRST, SECOND);
            container.awaitUnit();
            newer.uninstall();

            Bundle older = container.sample("1.0.0", FIRST);
            container.bundle("stone", "1.0.0", "create table q_stone.pebble (name varchar(20));");

            // one after the other: when the second has its schema, the first was refused
            await("stone", () -> container.has(DATA_SOURCE, "(osgi.jndi.service.name=quyche-stone)"));
            assertThat(container.has(DATA_SOURCE, "(osgi.jndi.service.name=quyche-tree)"))
                    .isFalse();
            assertThat(container.tell("health persistence.schemas"))
                    .startsWith("DOWN")
                    .contains("sample.tree 1.0.0");

            older.uninstall();
            container.sample("2.1.0", FIRST, SECOND);
            container.awaitUnit();
            assertThat(container.tell("health persistence.schemas")).startsWith("OK");
        }
    }

    @Test
    void aBundleWithABrokenMigrationHoldsUpNobody() throws Exception {
        try (Container container = new Container(folder)) {
            container.bundle("stone", "1.0.0", "create table nonsense;");
            container.sample("1.0.0", FIRST);

            container.awaitUnit();
            assertThat(container.has(DATA_SOURCE, "(osgi.jndi.service.name=quyche-stone)"))
                    .isFalse();
            assertThat(container.tell("health persistence.schemas"))
                    .startsWith("DOWN")
                    .contains("sample.stone")
                    .doesNotContain("tree");
        }
    }

    private static void awaitDatabase(Container container, String state) {
        await(state, () -> container.tell("health persistence.database").startsWith(state));
    }
}
