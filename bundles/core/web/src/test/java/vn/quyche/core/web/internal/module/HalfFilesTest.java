package vn.quyche.core.web.internal.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalfFilesTest {

    private final HalfFiles half = new HalfFiles();

    @TempDir
    private Path folder;

    @Test
    void takesEveryBeginningOfAnArchiveAndLeavesTheWholeOne() throws IOException {
        byte[] whole = archive();
        Path file = folder.resolve("group.kar");
        for (int length = 0; length < whole.length; length += 97) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(half.canHandle(file.toFile())).as(length + " bytes").isTrue();
            assertThat(half.transform(file.toFile(), folder.toFile())).isNull();
        }
        Files.write(file, whole);
        assertThat(half.canHandle(file.toFile())).isFalse();
    }

    @Test
    void takesAnArchiveForWhichThereIsOnlyRoom() throws IOException {
        byte[] holes = archive();
        Arrays.fill(holes, holes.length / 4, holes.length / 2, (byte) 0);
        Path file = Files.write(folder.resolve("group.jar"), holes);
        assertThat(half.canHandle(file.toFile())).isTrue();
    }

    @Test
    void leavesOtherFilesToOthers() throws IOException {
        Path text = Files.writeString(folder.resolve("features.xml"), "<features");
        assertThat(half.canHandle(text.toFile())).isFalse();
        assertThat(half.canHandle(folder.toFile())).isFalse();
        assertThat(half.canHandle(folder.resolve("gone.kar").toFile())).isFalse();
    }

    private static byte[] archive() throws IOException {
        byte[] noise = new byte[3000];
        new Random(7).nextBytes(noise);
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
