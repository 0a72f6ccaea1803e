package vn.quyche.core.persistence.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class SchemaMigratorTest {

    private static final MigrationFile FIRST = new MigrationFile("V001__init.sql", """
            -- a comment; with a semicolon
            create table q_tree.leaf (id varchar(26) not null primary key, name varchar(200) not null);
            create index leaf_name on q_tree.leaf (name);
            insert into q_tree.leaf (id, name) values ('1', 'Lá; một');
            """);
    private static final MigrationFile SECOND =
            new MigrationFile("V002__colour.sql", "alter table q_tree.leaf add column colour varchar(20);\n");

    @OnEachDatabase
    void createsTheSchemaAndRunsEachMigrationOnce(TestDatabase db) throws SQLException {
        SchemaMigrator migrator = new SchemaMigrator(db.pool());

        assertThat(migrator.migrate("tree", List.of(FIRST))).isEqualTo(1);
        assertThat(migrator.migrate("tree", List.of(FIRST))).isZero();
        assertThat(migrator.migrate("tree", List.of(SECOND, FIRST))).isEqualTo(1);

        assertThat(text(db, "select name from q_tree.leaf where colour is null"))
                .isEqualTo("Lá; một");
    }

    @OnEachDatabase
    void givesEveryConnectionBack(TestDatabase db) throws SQLException {
        SchemaMigrator migrator = new SchemaMigrator(db.pool());
        migrator.migrate("tree", List.of(FIRST, SECOND));
        migrator.migrate("tree", List.of(FIRST, SECOND));
        assertThatThrownBy(() -> migrator.migrate("tree", List.of(FIRST))).isInstanceOf(SchemaException.class);

        assertThat(db.pool()
                        .unwrap(HikariDataSource.class)
                        .getHikariPoolMXBean()
                        .getActiveConnections())
                .isZero();
    }

    @OnEachDatabase
    void keepsTheSchemasOfDomainsApart(TestDatabase db) throws SQLException {
        SchemaMigrator migrator = new SchemaMigrator(db.pool());

        migrator.migrate("tree", List.of(FIRST));
        migrator.migrate("group", List.of(new MigrationFile("V001__init.sql", "create table q_group.leaf (id int);")));

        assertThat(text(db, "select count(*) from q_group.leaf")).isEqualTo("0");
        assertThat(text(db, "select count(*) from q_tree.leaf")).isEqualTo("1");
    }

    @OnEachDatabase
    void refusesASchemaThatIsNewerThanTheBundle(TestDatabase db) {
        SchemaMigrator migrator = new SchemaMigrator(db.pool());
        migrator.migrate("tree", List.of(FIRST, SECOND));

        assertThatThrownBy(() -> migrator.migrate("tree", List.of(FIRST)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Schema of tree is newer than its bundle: V002 against V001");
        assertThat(migrator.migrate("tree", List.of(FIRST, SECOND)))
                .as("nothing was done to it")
                .isZero();
    }

    @OnEachDatabase
    void refusesAMigrationThatWasChangedAfterItRan(TestDatabase db) {
        SchemaMigrator migrator = new SchemaMigrator(db.pool());
        migrator.migrate("tree", List.of(FIRST));
        MigrationFile changed = new MigrationFile(FIRST.name(), FIRST.sql().replace("200", "300"));

        assertThatThrownBy(() -> migrator.migrate("tree", List.of(changed, SECOND)))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("checksum");
        assertThatThrownBy(() -> text(db, "select colour from q_tree.leaf")).isInstanceOf(SQLException.class);
    }

    @OnEachDatabase
    void leavesNothingOfAMigrationThatFails(TestDatabase db) throws SQLException {
        SchemaMigrator migrator = new SchemaMigrator(db.pool());
        migrator.migrate("tree", List.of(FIRST));
        MigrationFile broken = new MigrationFile(
                "V002__broken.sql", "create table q_tree.half (id int);\ninsert into q_tree.nowhere values (1);\n");

        assertThatThrownBy(() -> migrator.migrate("tree", List.of(FIRST, broken)))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("V002__broken.sql");

        assertThatThrownBy(() -> text(db, "select id from q_tree.half")).isInstanceOf(SQLException.class);
        assertThat(migrator.migrate("tree", List.of(FIRST, SECOND))).isEqualTo(1);
    }

    @OnEachDatabase
    void twoNodesThatStartTogetherMigrateOnce(TestDatabase db) throws Exception {
        Callable<Integer> node = () -> new SchemaMigrator(db.pool()).migrate("tree", List.of(FIRST, SECOND));
        if (!db.isPostgres()) {
            // An embedded Derby belongs to one node.
            assertThat(node.call()).isEqualTo(2);
            return;
        }
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            int migrations = 0;
            for (Future<Integer> done : nodes.invokeAll(List.of(node, node))) {
                migrations += done.get();
            }
            assertThat(migrations).isEqualTo(2);
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void refusesAFileThatIsNamedLikeNoMigration() {
        try (TestDatabase db = TestDatabase.derby()) {
            MigrationFile odd = new MigrationFile("V1_init.sql", "create table q_tree.leaf (id int);");

            assertThatThrownBy(() -> new SchemaMigrator(db.pool()).migrate("tree", List.of(odd)))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("V1_init.sql");
        }
    }

    @Test
    void refusesADomainThatIsNoPlainName() {
        try (TestDatabase db = TestDatabase.derby()) {
            assertThatThrownBy(() -> new SchemaMigrator(db.pool()).migrate("tree\"; drop", List.of(FIRST)))
                    .isInstanceOf(SchemaException.class);
        }
    }

    private static String text(TestDatabase db, String sql) throws SQLException {
        try (Connection connection = db.pool().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
