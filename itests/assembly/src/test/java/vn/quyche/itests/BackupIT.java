package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SmallSchool;

/** A school is backed up while it works, the machine dies, and the school goes on elsewhere. */
class BackupIT {

    @Test
    void bringsBackElsewhereWhatWasDoneBeforeTheBackupBegan() throws Exception {
        Path file = Path.of("target/working.zip").toAbsolutePath();
        SmallSchool school;
        WritingLoad.Done before;
        try (AssemblyProcess process = AssemblyProcess.named("working").empty().start()) {
            school = SmallSchool.in(process);
            WritingLoad load = new WritingLoad(school);
            load.awaitSome();
            before = load.done();

            assertThat(process.quyche("backup", file.toString())).contains("Wrote " + file, "read back and compared");
            assertThat(load.done().issued())
                    .as("the school worked on meanwhile")
                    .hasSizeGreaterThan(before.issued().size());
            Path shell = Path.of("target/by-shell.zip").toAbsolutePath();
            assertThat(process.shell("admin", SchoolClient.PASSWORD, "platform:backup " + shell))
                    .contains(shell.toString());
            assertThat(shell).exists();
            Path letter = Files.writeString(Path.of("target/letter.txt").toAbsolutePath(), "dear");
            assertThat(process.shell("admin", SchoolClient.PASSWORD, "platform:backup " + letter))
                    .contains("persistence.backup-other-file");
            assertThat(process.shell("hanh", SchoolClient.PASSWORD, "platform:backup " + shell))
                    .doesNotContain("MB");
            JsonNode lines = school.admin
                    .get("/api/audit/v1/lines?action=platform.begin-backup&size=100")
                    .expect(200)
                    .json();
            assertThat(lines.toString()).contains(file.toString(), shell.toString());

            process.kill();
            load.end();
        }
        try (AssemblyProcess process = AssemblyProcess.named("elsewhere")) {
            assertThat(process.quyche("restore", file.toString())).contains("Restored");
            process.start();
            SmallSchool elsewhere = school.at(process);
            before.assertKeptBy(elsewhere);
            elsewhere
                    .principal
                    .post(
                            WritingLoad.DIRECTIVES + "?issue=true",
                            elsewhere.directive("Sau khi khôi phục"),
                            "Idempotency-Key",
                            "after")
                    .expect(201);
            assertThatThrownBy(() -> process.quyche("restore", file.toString()))
                    .hasMessageContaining("stop the school first");
        }
    }
}
