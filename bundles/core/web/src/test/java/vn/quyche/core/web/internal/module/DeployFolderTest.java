package vn.quyche.core.web.internal.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployFolderTest {

    @TempDir
    private Path folder;

    private Path dropped;
    private Path whole;
    private DeployFolder deploy;

    @BeforeEach
    void open() throws IOException {
        dropped = folder.resolve("deploy");
        whole = folder.resolve("data/deploy");
        deploy = new DeployFolder(dropped, whole);
    }

    @Test
    void takesAFileThatIsWholeAndNoBeginningOfIt() throws IOException {
        byte[] archive = archive(7);
        for (int length = 0; length < archive.length; length += 97) {
            drop("group.kar", Arrays.copyOf(archive, length));
            assertThat(whole).as(length + " bytes").isEmptyDirectory();
        }
        drop("group.kar", archive);
        assertThat(whole.resolve("group.kar")).hasBinaryContent(archive);
    }

    @Test
    void waitsUntilAFileGrowsNoMore() throws IOException {
        Files.write(dropped.resolve("features.xml"), new byte[10]);
        deploy.look();
        Files.write(dropped.resolve("features.xml"), new byte[20]);
        deploy.look();
        assertThat(whole).isEmptyDirectory();
        deploy.look();
        assertThat(whole.resolve("features.xml")).hasSize(20);
    }

    @Test
    void keepsTheOldFileUntilTheNewOneIsWhole() throws IOException {
        byte[] before = archive(7);
        byte[] after = archive(8);
        drop("group.jar", before);
        for (int length = 0; length < after.length; length += 497) {
            drop("group.jar", Arrays.copyOf(after, length));
            assertThat(whole.resolve("group.jar")).as(length + " bytes").hasBinaryContent(before);
        }
        drop("group.jar", after);
        assertThat(whole.resolve("group.jar")).hasBinaryContent(after);
    }

    @Test
    void doesNotTakeAnArchiveForWhichThereIsOnlyRoom() throws IOException {
        byte[] holes = archive(7);
        Arrays.fill(holes, holes.length / 4, holes.length / 2, (byte) 0);
        drop("group.jar", holes);
        assertThat(whole).isEmptyDirectory();
    }

    @Test
    void takesAwayWhatIsGoneAlsoAfterAStart() throws IOException {
        drop("group.jar", archive(7));
        drop("mail.jar", archive(8));
        Files.delete(dropped.resolve("group.jar"));
        deploy.look();
        assertThat(whole).isDirectoryNotContaining("glob:**group.jar").isDirectoryContaining("glob:**mail.jar");

        Files.delete(dropped.resolve("mail.jar"));
        new DeployFolder(dropped, whole).look();
        assertThat(whole).isEmptyDirectory();
    }

    @Test
    void leavesHiddenFilesAndFoldersAndWhatIsTakenAlready() throws IOException {
        drop(".incoming", archive(7));
        Files.createDirectory(dropped.resolve("folder.jar"));
        drop("group.jar", archive(7));
        Object key = Files.readAttributes(whole.resolve("group.jar"), BasicFileAttributes.class)
                .fileKey();
        DeployFolder again = new DeployFolder(dropped, whole);
        again.look();
        again.look();
        assertThat(Files.readAttributes(whole.resolve("group.jar"), BasicFileAttributes.class)
                        .fileKey())
                .isEqualTo(key);
        assertThat(whole).isDirectoryNotContaining("glob:**{incoming,folder.jar}");
    }

    /** Writes a file, and looks as often as it takes. */
    private void drop(String name, byte[] content) throws IOException {
        Files.write(dropped.resolve(name), content);
        deploy.look();
        deploy.look();
    }

    private static byte[] archive(int seed) throws IOException {
        byte[] noise = new byte[3000];
        new Random(seed).nextBytes(noise);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name :
                    new String[] {"META-INF/MANIFEST.MF", "repository/features.xml", "repository/group.jar"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(noise);
            }
        }
        return out.toByteArray();
    }
}
