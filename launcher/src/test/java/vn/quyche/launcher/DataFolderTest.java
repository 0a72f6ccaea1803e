package vn.quyche.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private static final Os OS = new Os(false, Map.of());

    @TempDir
    private Path folder;

    @Test
    void knowsTheRunningSchoolFromAnotherProgramWithItsNumber() throws IOException {
        DataFolder data = DataFolder.need(folder.resolve("a b"), OS);
        Files.createDirectories(data.base());
        assertThat(data.running()).isEmpty();

        data.started(ProcessHandle.current(), Map.of("http", "8181", "ssh", "8101"));
        assertThat(data.running()).contains(ProcessHandle.current());
        assertThat(data.port("http")).isEqualTo(8181);

        Files.writeString(data.base().resolve("ports"), "http=8181\nssh=8101\nstarted=1000000000000\n");
        assertThat(data.running()).isEmpty();

        // Written by an earlier version, which left its number behind: this process is no container.
        Files.writeString(data.base().resolve("ports"), "http=8181\nssh=8101\n");
        assertThat(data.running()).isEmpty();

        data.started(ProcessHandle.current(), Map.of());
        data.stopped();
        assertThat(data.running()).isEmpty();
    }

    @Test
    void keepsTheSettings() throws IOException {
        DataFolder data = DataFolder.need(folder, OS);
        assertThat(data.settings()).isEmpty();
        assertThat(data.isNew()).isTrue();
        data.settings(Map.of("port", "9000"));
        assertThat(data.isNew()).isFalse();
        assertThat(data.settings()).containsEntry("port", "9000");
    }

    @Test
    void saysInOneLineWhatIsWrongWithTheFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> DataFolder.need(file.resolve("data"), OS))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("may not create the data folder");
        assertThatThrownBy(() -> DataFolder.need(folder, new Os(false, Map.of("QUYCHE_MIN_FREE_MB", "999999999"))))
                .hasMessageContaining("MB are free where");
    }
}
