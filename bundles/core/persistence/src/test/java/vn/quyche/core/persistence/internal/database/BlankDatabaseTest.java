package vn.quyche.core.persistence.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlankDatabaseTest {

    @TempDir
    private Path temp;

    private Path zip;
    private Path folder;

    @BeforeEach
    void pack() throws IOException {
        zip = zip("service.properties", "seg0/c10.dat");
        folder = temp.resolve("trường học/db");
        Files.createDirectories(folder.getParent());
    }

    @Test
    void isLaidWhereADatabaseIsWantedAndNoneStands() throws IOException {
        assertThat(BlankDatabase.lay(url(folder + ";create=true"), zip)).isTrue();

        assertThat(folder.resolve("seg0/c10.dat")).hasContent("seg0/c10.dat");
        assertThat(folder.resolve("service.properties")).exists();
        assertThat(folder.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void leavesADatabaseThatStands() throws IOException {
        Files.createDirectories(folder);

        assertThat(BlankDatabase.lay(url(folder + ";create=true"), zip)).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isForNewDatabasesInAFolderOnly() throws IOException {
        assertThat(BlankDatabase.lay(url(folder.toString()), zip)).isFalse();
        assertThat(BlankDatabase.lay(url("memory:db;create=true"), zip)).isFalse();
        assertThat(BlankDatabase.lay(new DatabaseUrl("jdbc:postgresql://localhost/school", ""), zip))
                .isFalse();
        assertThat(BlankDatabase.lay(url(folder + ";create=true"), temp.resolve("none.zip")))
                .isFalse();
        assertThat(folder).doesNotExist();
    }

    @Test
    void whatWasCutOffIsLaidAnew() throws IOException {
        Path part = Files.createDirectories(folder.resolveSibling("db.part/seg0"));
        Files.writeString(part.resolve("c99.dat"), "half");

        assertThat(BlankDatabase.lay(url(folder + ";create=true"), zip)).isTrue();
        assertThat(folder.resolve("seg0/c99.dat")).doesNotExist();
        assertThat(folder.resolve("seg0/c10.dat")).exists();
    }

    @Test
    void aBrokenOrHostileFileLeavesNoDatabase() throws IOException {
        Path hostile = zip("../outside.txt");
        assertThatThrownBy(() -> BlankDatabase.lay(url(folder + ";create=true"), hostile))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("../outside.txt");

        byte[] whole = Files.readAllBytes(zip);
        Path broken = Files.write(temp.resolve("broken.zip"), java.util.Arrays.copyOf(whole, 60));
        assertThatThrownBy(() -> BlankDatabase.lay(url(folder + ";create=true"), broken))
                .isInstanceOf(IOException.class);

        assertThat(folder).doesNotExist();
        assertThat(temp.resolve("trường học/outside.txt")).doesNotExist();
    }

    private static DatabaseUrl url(String place) {
        return new DatabaseUrl("jdbc:derby:" + place, "");
    }

    private Path zip(String... names) throws IOException {
        Path file = Files.createTempFile(temp, "blank", ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
