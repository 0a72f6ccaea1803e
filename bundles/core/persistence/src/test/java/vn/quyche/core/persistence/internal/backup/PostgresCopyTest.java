package vn.quyche.core.persistence.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.launcher.backup.PostgresTool;
import vn.quyche.launcher.backup.SchoolFiles;
import vn.quyche.testkit.TestDatabase;

class PostgresCopyTest {

    @TempDir
    private Path folder;

    @Test
    void dumpsTheSchemasOfTheBundles() throws Exception {
        try (TestDatabase postgres = TestDatabase.postgres();
                Connection connection = postgres.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema q_tree");
            statement.execute("create table q_tree.leaf (name varchar(20))");
            new PostgresCopy(postgres.url(), "quyche", "").write(folder);
            // The names in its table of contents are plain.
            assertThat(folder.resolve(SchoolFiles.DUMP).toFile()).isNotEmpty();
            assertThat(Files.readString(folder.resolve(SchoolFiles.DUMP), StandardCharsets.ISO_8859_1))
                    .startsWith("PGDMP")
                    .contains("q_tree", "leaf");

            assertThatThrownBy(() ->
                            new PostgresCopy("jdbc:postgresql://127.0.0.1:1/none", "quyche", "secret").write(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("pg_dump: ")
                    .hasMessageNotContainingAny("secret");
        }
    }

    @Test
    void leavesOutOfTheUrlWhatOnlyTheDriverUnderstands() {
        assertThat(PostgresTool.target("jdbc:postgresql://db:5432/quyche?ssl=true&currentSchema=x"))
                .isEqualTo("postgresql://db:5432/quyche");
    }
}
