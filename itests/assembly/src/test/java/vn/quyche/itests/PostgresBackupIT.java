package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SmallSchool;
import vn.quyche.testkit.TestDatabase;

/** A school on PostgreSQL is backed up while it works, dies, and goes on elsewhere in an empty database. */
class PostgresBackupIT {

    private static final String CONFIGURATION = "vn.quyche.core.persistence.cfg";

    @Test
    void bringsBackIntoAnEmptyDatabaseWhatWasDoneBeforeTheBackupBegan() throws Exception {
        Path file = Path.of("target/on-postgres.zip").toAbsolutePath();
        SmallSchool school;
        WritingLoad.Done before;
        try (TestDatabase old = TestDatabase.postgres();
                TestDatabase other = TestDatabase.postgres()) {
            try (AssemblyProcess process = AssemblyProcess.named("on-postgres")
                    .configured(CONFIGURATION, "# of this school\nurl = " + old.url() + "\nuser = quyche\n")
                    .empty()
                    .start()) {
                school = SmallSchool.in(process);
                WritingLoad load = new WritingLoad(school);
                load.awaitSome();
                before = load.done();
                assertThat(process.quyche("backup", file.toString()))
                        .contains("Wrote " + file, "read back and compared");
                assertThat(load.done().issued())
                        .as("the school worked on meanwhile")
                        .hasSizeGreaterThan(before.issued().size());
                process.kill();
                load.end();
            }
            long kept = directives(old);
            assertThat(kept).isGreaterThanOrEqualTo(before.issued().size());
            try (AssemblyProcess process = AssemblyProcess.named("on-other-postgres")) {
                assertThatThrownBy(() -> process.quyche("restore", file.toString(), "--database", old.url()))
                        .hasMessageContaining("is not empty")
                        .hasMessageContaining("q_audit");
                assertThatThrownBy(() -> process.quyche(
                                "restore", file.toString(), "--database", "jdbc:postgresql://127.0.0.1:1/none"))
                        .hasMessageContaining("cannot reach");
                assertThat(process.data()).as("nothing is left of a refusal").isEmptyDirectory();

                assertThat(process.quyche("restore", file.toString(), "--database", other.url()))
                        .contains("Restored", "Its database is in " + other.url());
                assertThat(Files.readString(process.data().resolve("karaf/etc").resolve(CONFIGURATION)))
                        .contains("# of this school", other.url(), "user = quyche")
                        .doesNotContain(old.url());
                assertThat(process.data().resolve("database.dump"))
                        .as("personal data in a file that nobody needs")
                        .doesNotExist();
                process.start();
                SmallSchool elsewhere = school.at(process);
                before.assertKeptBy(elsewhere);
                elsewhere
                        .principal
                        .post(
                                WritingLoad.DIRECTIVES + "?issue=true",
                                elsewhere.directive("Sau khi khôi phục"),
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .expect(201);
                assertThat(directives(other)).isGreaterThan(before.issued().size());
            }
            assertThat(directives(old)).as("the old database was left alone").isEqualTo(kept);
        }
    }

    private static long directives(TestDatabase database) throws Exception {
        try (Connection connection = database.pool().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from q_group.directive")) {
            row.next();
            return row.getLong(1);
        }
    }
}
