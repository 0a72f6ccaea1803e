package vn.quyche.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.launcher.backup.SchoolFiles;

/** A school that is stopped; one that works is backed up in BackupIT. */
class BackupsTest {

    private static final Os OS = new Os(false, Map.of());

    @TempDir
    private Path folder;

    private Path home;
    private Path school;
    private Path file;

    @BeforeEach
    void makeASchool() throws IOException {
        home = folder.resolve("home");
        distribution("1.2.0");
        school = folder.resolve("school");
        file = folder.resolve("school.zip");
        write("settings", "port=1\n");
        write("db/seg0/c10.dat", "rows");
        write("db/db.lck", "lock");
        write("blobs/ab/cd/abcd", "content");
        write("blobs/incoming/upload-1.part", "half");
        write("audit/checkpoints.log", "1 x y");
        write("karaf/etc/Trường học.cfg", "x=ă");
        write("karaf/data/cache/bundle1/x", "cache");
        write("karaf/pid", "999999999");
        write("backups/quyche-20260101-0200.zip", "older");
    }

    @Test
    void bringsBackWhatBelongsToTheSchoolAndNothingElse() throws IOException {
        backUp();
        Path restored = folder.resolve("restored");
        backups().restore(file, false, restored, Optional.empty());
        try (Stream<Path> files = Files.walk(restored)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(path -> restored.relativize(path).toString()))
                    .containsExactlyInAnyOrder(
                            "settings",
                            "db/seg0/c10.dat",
                            "blobs/ab/cd/abcd",
                            "audit/checkpoints.log",
                            "karaf/etc/Trường học.cfg");
        }
        assertThat(restored.resolve("karaf/etc/Trường học.cfg")).hasContent("x=ă");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(restored.resolve("settings"))))
                .isEqualTo("rw-------");
    }

    @Test
    void putsAsideWhatIsThereOnlyWhenItIsTold() throws IOException {
        backUp();
        write("settings", "port=2\n");
        assertThatThrownBy(() -> backups().restore(file, false, school, Optional.empty()))
                .hasMessageContaining("is not empty");
        backups().restore(file, true, school, Optional.empty());
        assertThat(school.resolve("settings")).hasContent("port=1");
        assertThat(school.resolve("backups/quyche-20260101-0200.zip")).exists();
        try (Stream<Path> inside = Files.list(school)) {
            Path aside = inside.filter(path -> path.getFileName().toString().startsWith(SchoolFiles.BEFORE_RESTORE))
                    .findFirst()
                    .orElseThrow();
            assertThat(aside.resolve("settings")).hasContent("port=2");
        }
        assertThat(school.resolve(SchoolFiles.RESTORING)).doesNotExist();
    }

    @Test
    void leavesNothingOfADamagedBackup() throws IOException {
        backUp();
        byte[] whole = Files.readAllBytes(file);
        Path restored = folder.resolve("restored");
        for (int cut : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, cut));
            assertThatThrownBy(() -> backups().restore(file, false, restored, Optional.empty()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("is damaged");
        }
        // The content of the first file begins after its name: one bit of it, wherever it is.
        for (int place = 0; place < whole.length; place += 13) {
            byte[] changed = whole.clone();
            changed[place] ^= 0x10;
            Files.write(file, changed);
            try {
                backups().restore(file, true, restored, Optional.empty());
            } catch (Refusal refused) {
                assertThat(restored.resolve("settings")).doesNotExist();
                assertThat(restored.resolve(SchoolFiles.RESTORING)).doesNotExist();
                continue;
            }
            // What the ZIP says twice, or does not need: everything came out as it was.
            assertThat(restored.resolve("settings")).hasContent("port=1");
            assertThat(restored.resolve("blobs/ab/cd/abcd")).hasContent("content");
            SchoolFiles.delete(restored);
        }
    }

    @Test
    void refusesWhatIsForeignOrNewer() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("settings"));
        }
        assertRefuses("is not a backup of a school");
        Files.delete(file);
        backUp();
        distribution("1.1.9");
        assertRefuses("was made by Quyche 1.2.0, and this is 1.1.9");
        assertThatThrownBy(() -> backups()
                        .restore(folder.resolve("none.zip"), false, folder.resolve("restored"), Optional.empty()))
                .hasMessageContaining("cannot read");
    }

    @Test
    void replacesAnOlderBackupAndNoOtherFile() throws IOException {
        backUp();
        backUp();
        Files.writeString(file, "a letter");
        assertThatThrownBy(this::backUp).hasMessageContaining("is there already");
        assertThat(file).hasContent("a letter");
        assertThatThrownBy(() -> backups().backUp(DataFolder.need(folder.resolve("none"), OS), file))
                .hasMessageContaining("there is no school");
    }

    @Test
    void doesNotCopyWhatIsInPostgres() throws IOException {
        write("karaf/etc/vn.quyche.core.persistence.cfg", "url = jdbc\\:postgresql://127.0.0.1/quyche\n");
        assertThatThrownBy(this::backUp).hasMessageContaining("start the school first");
    }

    private void assertRefuses(String reason) {
        assertThatThrownBy(() -> backups().restore(file, false, folder.resolve("restored"), Optional.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(reason);
    }

    private void backUp() throws IOException {
        backups().backUp(DataFolder.need(school, OS), file);
    }

    private Backups backups() {
        return new Backups(new Place(Optional.empty(), home, school), OS, new Console(OS));
    }

    private void distribution(String version) throws IOException {
        SchoolFiles.delete(home);
        Files.createDirectories(home.resolve("system/vn/quyche/features").resolve(version));
    }

    private void write(String name, String text) throws IOException {
        Path path = school.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
