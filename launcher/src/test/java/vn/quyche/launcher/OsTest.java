package vn.quyche.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsTest {

    @TempDir
    private Path folder;

    @Test
    void findsMavenByTheEndingsOfWindows() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("apache maven/bin"));
        Files.createFile(bin.resolve("mvn"));
        Files.createFile(bin.resolve("mvn.cmd"));
        Os windows = new Os(true, Map.of("Path", "C:\\Windows;\"" + bin + "\"", "PATHEXT", ".COM;.EXE;.BAT;.CMD"));
        assertThat(windows.find("mvn")).contains(bin.resolve("mvn.cmd"));
        assertThat(new Os(true, Map.of("PATH", bin.toString())).find("mvn")).contains(bin.resolve("mvn.cmd"));
        assertThat(windows.find("bash")).isEmpty();
    }

    @Test
    void findsOnUnixWhatMayBeRun() throws IOException {
        Path program = Files.createFile(folder.resolve("mvn"));
        Os unix = new Os(false, Map.of("PATH", "/nowhere::" + folder));
        assertThat(unix.find("mvn")).isEmpty();
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(unix.find("mvn")).contains(program);
    }

    @Test
    void writesPathsWithSlashes() {
        // On this system a backslash is a letter like any other: so it stands for itself here.
        assertThat(new Os(true, Map.of()).slashes(Path.of("C:\\Trường học\\data")))
                .isEqualTo("C:/Trường học/data");
        assertThat(new Os(false, Map.of()).slashes(Path.of("/srv/a\\b"))).isEqualTo("/srv/a\\b");
        assertThat(new Os(true, Map.of()).program(Path.of("jdk"), "java")).isEqualTo(Path.of("jdk/bin/java.exe"));
        assertThat(new Os(false, Map.of()).program(Path.of("jdk"), "java")).isEqualTo(Path.of("jdk/bin/java"));
    }

    @Test
    void partsOptionsAtSpacesAndReadsNumbers() {
        Os os = new Os(false, Map.of("OPTS", "  -Xmx1g   -Dx=y ", "NONE", " ", "N", "12", "WORD", "many"));
        assertThat(os.options("OPTS")).containsExactly("-Xmx1g", "-Dx=y");
        assertThat(os.options("NONE")).isEmpty();
        assertThat(os.number("N", 3)).isEqualTo(12);
        assertThat(os.number("ABSENT", 3)).isEqualTo(3);
        assertThatThrownBy(() -> os.number("WORD", 3)).hasMessage("WORD=many is no number.");
    }
}
