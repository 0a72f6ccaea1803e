package vn.quyche.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.launcher.backup.PostgresTool;
import vn.quyche.launcher.backup.SchoolFiles;

/** What the launcher asks PostgreSQL's programs for; the real ones restore in PostgresBackupIT. */
class PostgresTargetTest {

    private static final String URL = "jdbc:postgresql://db:5432/school";

    @TempDir
    private Path folder;

    @Test
    void refusesWhatIsNoDatabaseOfPostgres() {
        for (String wanted :
                new String[] {"", "school", "jdbc:derby:db", "jdbc:postgresql:", "jdbc:postgresql://a b"}) {
            assertThatThrownBy(() -> target(wanted, "exit 0", "exit 0"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("is no database");
        }
    }

    @Test
    void saysWhichProgramIsMissing() {
        assertThatThrownBy(() -> PostgresTarget.of(URL, new Os(false, Map.of()), name -> Optional.empty()))
                .hasMessageStartingWith("psql is not here: install")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> PostgresTarget.of(
                        URL,
                        new Os(false, Map.of()),
                        name -> name.equals("psql") ? Optional.of(new PostgresTool(folder)) : Optional.empty()))
                .hasMessageStartingWith("pg_restore is not here: install");
    }

    @Test
    void loadsNothingIntoADatabaseThatHoldsASchool() throws IOException {
        dump();
        assertThatThrownBy(() -> target(URL, "echo q_audit; echo q_group", "touch " + folder + "/loaded")
                        .load(folder))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not empty")
                .hasMessageContaining("q_audit, q_group");
        assertThat(folder.resolve("loaded")).doesNotExist();
    }

    @Test
    void saysInOneLineWhyNothingWasLoaded() throws IOException {
        dump();
        assertThatThrownBy(() -> target(URL, "exit 0", "echo 'error: a'; echo 'error: b'; exit 1")
                        .load(folder))
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith("pg_restore: error: a error: b");
        assertThatThrownBy(() ->
                        target(URL, "echo 'no such host'; exit 2", "exit 0").load(folder))
                .hasMessage("cannot reach " + URL + ": psql: no such host");
        assertThat(folder.resolve(SchoolFiles.DUMP)).exists();
    }

    @Test
    void namesTheDatabaseInTheConfigurationAndKeepsTheRestOfIt() throws IOException {
        dump();
        Path configuration = folder.resolve("karaf/etc/vn.quyche.core.persistence.cfg");
        Files.createDirectories(configuration.getParent());
        Files.writeString(
                configuration,
                "# ours\nurl = jdbc\\:postgresql\\://old/school\nuser = lan\npassword=a\\\\b\nmaxPoolSize = 5\n");
        target(URL + "?user=minh", "exit 0", "printf '%s ' \"$PGPASSWORD\" \"$@\" >" + folder + "/asked")
                .load(folder);
        assertThat(folder.resolve("asked"))
                .content()
                .startsWith("a\\b ")
                .contains("--dbname=postgresql://db:5432/school", "--username=minh", "--single-transaction");
        assertThat(configuration)
                .hasContent("# ours\nmaxPoolSize = 5\nurl = " + URL + "\nuser = minh\npassword = a\\\\b");
        assertThat(folder.resolve(SchoolFiles.DUMP)).doesNotExist();
    }

    private PostgresTarget target(String url, String psql, String restore) {
        return PostgresTarget.of(
                url,
                new Os(false, Map.of()),
                name -> Optional.of(new PostgresTool(script(name, name.equals("psql") ? psql : restore))));
    }

    private Path script(String name, String text) {
        try {
            Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
            return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void dump() throws IOException {
        Files.writeString(folder.resolve(SchoolFiles.DUMP), "PGDMP");
    }
}
