package vn.quyche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    private Path folder;

    private Path home;
    private Path base;

    @BeforeEach
    void makeASchool() throws IOException {
        home = Files.createDirectories(folder.resolve("quyche"));
        base = Files.createDirectories(folder.resolve("school/karaf"));
        Files.createDirectories(home.resolve("data"));
    }

    @Test
    void isMadeOnceAndTakenFromThenOn() throws IOException {
        ClassArchive archive = archive("full", "1a");
        assertThat(archive.options()).contains("-XX:ArchiveClassesAtExit=" + base.resolve("classes.part"));
        Files.writeString(archive.part(), "classes");
        archive.keep();
        assertThat(archive("full", "1a").options())
                .contains("-XX:SharedArchiveFile=" + archive.file(), "-XX:+VerifySharedSpaces")
                .noneMatch(word -> word.contains("ArchiveClassesAtExit"));
        assertThat(archive.file()).hasParent(home.resolve("data")).hasContent("classes");
        assertThat(archive.part()).doesNotExist();
    }

    @Test
    void doesNotOutliveItsBuildAndLeavesOtherProfilesAlone() throws IOException {
        for (ClassArchive archive : new ClassArchive[] {archive("school", "1a"), archive("school-primary", "1a")}) {
            Files.writeString(archive.part(), "old");
            archive.keep();
        }
        assertThat(archive("school", "2b").options()).anyMatch(word -> word.startsWith("-XX:ArchiveClassesAtExit="));
        Files.writeString(archive("school", "2b").part(), "new");
        archive("school", "2b").keep();
        assertThat(archive("school", "1a").file()).doesNotExist();
        assertThat(archive("school", "2b").file()).hasContent("new");
        assertThat(archive("school-primary", "1a").file()).hasContent("old");
    }

    @Test
    void isTheSchoolsOwnWhereTheDistributionKeepsNothing() throws IOException {
        Files.delete(home.resolve("data"));
        assertThat(archive("full", "1a").file().getParent()).isEqualTo(base);
    }

    @Test
    void ofASchoolThatDidNotEndInOrderIsDropped() throws IOException {
        ClassArchive archive = archive("full", "1a");
        Files.writeString(archive.part(), "cut o");
        archive.drop();
        archive.keep();
        assertThat(archive.part()).doesNotExist();
        assertThat(archive.file()).doesNotExist();
    }

    private ClassArchive archive(String profile, String fingerprint) throws IOException {
        return ClassArchive.of(home, base, profile, fingerprint);
    }
}
