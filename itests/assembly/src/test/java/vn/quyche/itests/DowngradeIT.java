package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SmallSchool;
import vn.quyche.testkit.TestDatabase;

/** An older distribution over newer data: the bundle whose tables are newer stays out, says why, and the others work. */
class DowngradeIT {

    @Test
    void aDomainWithNewerTablesStaysOutAndTheSchoolOpens() throws Exception {
        try (TestDatabase database = TestDatabase.postgres();
                AssemblyProcess process = AssemblyProcess.named("downgraded")
                        .configured("vn.quyche.core.persistence.cfg", "url = " + database.url() + "\nuser = quyche\n")
                        .empty()
                        .start()) {
            SmallSchool school = SmallSchool.in(process);
            process.stop();
            try (Connection connection = database.pool().getConnection();
                    Statement statement = connection.createStatement()) {
                // As a later release leaves it.
                statement.executeUpdate(
                        "insert into q_group.schema_history (installed_rank, version, description, type,"
                                + " script, checksum, installed_by, execution_time, success) values (9999, '999', 'later',"
                                + " 'SQL', 'V999__later.sql', 1, 'quyche', 1, true)");
            }

            process.start();

            JsonNode checks =
                    school.admin.get("/health/ready").expect(200).json().path("checks");
            assertThat(checks).anySatisfy(line -> {
                assertThat(line.path("name").asText()).isEqualTo("persistence.schemas");
                assertThat(line.path("status").asText()).isEqualTo("DOWN");
                assertThat(line.path("detail").asText())
                        .contains("vn.quyche.group", "Schema of group is newer than its bundle: V999 against V0")
                        .contains("cài đúng bản của gói hoặc phục hồi bản sao lưu");
            });
            school.principal.get("/api/group/v1/groups").expect(404);
            school.principal.get("/api/directory/v1/people").expect(200);
            assertThat(SchoolClient.anonymous(process)
                            .signIn("hanh", SchoolClient.PASSWORD)
                            .get("/directory/people")
                            .status())
                    .isEqualTo(200);

            // The right release is there again.
            try (Connection connection = database.pool().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("delete from q_group.schema_history where version = '999'");
            }
            process.stop();
            process.start();
            assertThat(school.principal.get("/api/group/v1/groups").expect(200).text())
                    .contains("Nhóm toàn trường");
        }
    }
}
