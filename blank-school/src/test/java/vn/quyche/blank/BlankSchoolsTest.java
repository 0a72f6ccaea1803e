package vn.quyche.blank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlankSchoolsTest {

    private static final long PATIENCE_MS = 10_000;

    @TempDir
    private Path home;

    @BeforeEach
    void distribution() throws IOException {
        feature(
                "features",
                "<feature name='quyche-core'><feature>quyche-notice</feature></feature>"
                        + "<feature name='quyche-school'><feature>quyche-core</feature><feature>quyche-group</feature></feature>"
                        + "<feature name='quyche-office'><feature>quyche-core</feature></feature>"
                        + "<feature name='quyche-tp-db'><bundle>mvn:org.example/db/1</bundle></feature>");
        feature("notice", "<feature name='quyche-notice'><bundle>mvn:vn.quyche/notice/1</bundle></feature>");
        feature(
                "group",
                "<feature name='quyche-group'><feature>quyche-core</feature><bundle>mvn:vn.quyche/group/1</bundle></feature>");
        jar("notice", "notice", "db/V001__init.sql", "create table q_notice.notice (id integer);");
        jar("group", "group", "db/V001__init.sql", "create table q_group.member (id integer);");
    }

    @Test
    void makesTheDatabaseOfEachProfile() throws IOException, SQLException {
        BlankSchools.main(new String[] {home.toString()});

        assertThat(schemas("school")).contains("Q_NOTICE", "Q_GROUP");
        assertThat(schemas("office")).contains("Q_NOTICE").doesNotContain("Q_GROUP");
        assertThat(home.resolve("blank/group.zip")).doesNotExist();
        assertThat(home.resolve("blank/core.zip")).doesNotExist();
    }

    @Test
    void profilesOfTheSameSchemasShareTheWork() throws IOException, SQLException {
        feature("more", "<feature name='quyche-branch'><feature>quyche-core</feature></feature>");

        BlankSchools.main(new String[] {home.toString()});

        assertThat(home.resolve("blank/branch.zip")).hasSameBinaryContentAs(home.resolve("blank/office.zip"));
        assertThat(schemas("branch")).contains("Q_NOTICE").doesNotContain("Q_GROUP");
    }

    @Test
    void leavesNoThreadOfDerby() throws IOException, SQLException, InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        BlankSchools.main(new String[] {home.toString()});

        List<Thread> left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> thread.getName().startsWith("Timer-")
                        || thread.getName().startsWith("derby"))
                .toList();
        for (Thread thread : left) {
            // told to end; it does so in its own time
            thread.join(PATIENCE_MS);
        }
        assertThat(left).noneMatch(Thread::isAlive);
    }

    @Test
    void aBundleThatIsMissingOrDoesNotMigrateFailsTheBuild() throws IOException {
        jar("group", "group", "db/V001__init.sql", "create tabel q_group.member (id integer);");
        assertThatThrownBy(() -> BlankSchools.main(new String[] {home.toString()}))
                .hasMessageContaining("Schema of group");

        Files.delete(home.resolve("system/vn/quyche/group/1/group-1.jar"));
        assertThatThrownBy(() -> BlankSchools.main(new String[] {home.toString()}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("group-1.jar");
        assertThat(home.resolve("blank/school.zip")).doesNotExist();
    }

    private List<String> schemas(String profile) throws IOException, SQLException {
        Path folder = home.resolve("unpacked-" + profile);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(home.resolve("blank/" + profile + ".zip")))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy((InputStream) in, file);
            }
        }
        EmbeddedDataSource database = new EmbeddedDataSource();
        database.setDatabaseName(folder.toString());
        List<String> schemas = new ArrayList<>();
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.getMetaData().getSchemas()) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        BlankDatabase.close(database);
        return schemas;
    }

    private void feature(String artifact, String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve("system/vn/quyche/" + artifact + "/1"));
        Files.writeString(
                folder.resolve(artifact + "-1-features.xml"),
                "<features xmlns='http://karaf.apache.org/xmlns/features/v1.6.0'>" + text + "</features>");
    }

    private void jar(String artifact, String domain, String entry, String text) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Quyche-Domain"), domain);
        Path jar = home.resolve("system/vn/quyche/" + artifact + "/1/" + artifact + "-1.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
