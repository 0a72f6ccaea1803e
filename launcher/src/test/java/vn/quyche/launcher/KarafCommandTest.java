package vn.quyche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KarafCommandTest {

    @TempDir
    private Path folder;

    private Path home;
    private Path base;
    private Optional<ClassArchive> archive = Optional.empty();

    @BeforeEach
    void makeADistribution() throws IOException {
        home = folder.resolve("Program Files/quyche");
        base = folder.resolve("Trường học/karaf");
        for (String jar : List.of(
                "lib/boot/org.apache.karaf.main-4.4.10.jar",
                "lib/jdk9plus/jaxb-runtime-2.3.9.jar",
                "lib/endorsed/org.apache.karaf.specs.java.xml-4.4.10.jar",
                "lib/endorsed/org.apache.karaf.specs.java.xml.ws-4.4.10.jar",
                "lib/endorsed/org.apache.karaf.specs.locator-4.4.10.jar")) {
            Files.createDirectories(home.resolve(jar).getParent());
            Files.createFile(home.resolve(jar));
        }
    }

    @Test
    void isOneWordForEachOptionHoweverManySpacesThePathsHave() throws IOException {
        List<String> words = karaf(true, Map.of()).server(List.of("quyche.data=C:/Trường học"));
        assertThat(words.get(0)).endsWith("java.exe");
        assertThat(words)
                .contains(
                        "-Dquyche.data=C:/Trường học",
                        "-Dkaraf.home=" + home,
                        "-Dkaraf.base=" + base,
                        "-Dkaraf.instances=" + base.resolve("instances"),
                        "-Xmx768m",
                        "-Xbootclasspath/a:" + home.resolve("lib/endorsed/org.apache.karaf.specs.locator-4.4.10.jar"))
                .noneMatch(word -> word.contains("\"") || word.startsWith("--patch-module"));
        assertThat(words.get(words.indexOf("-classpath") + 1))
                .isEqualTo(home.resolve("lib/boot/org.apache.karaf.main-4.4.10.jar")
                        + File.pathSeparator
                        + home.resolve("lib/jdk9plus/jaxb-runtime-2.3.9.jar"));
        assertThat(words).endsWith("org.apache.karaf.main.Main");
    }

    @Test
    void hearsTheUserAndHasTheLastWord() throws IOException {
        List<String> words = karaf(false, Map.of("EXTRA_JAVA_OPTS", "-Dquyche.school=x -Xss1m", "QUYCHE_HEAP", "2g"))
                .server(List.of("quyche.school=empty"));
        assertThat(words).contains("-Xmx2g", "-Xss1m").doesNotContain("-Xmx768m");
        assertThat(words.indexOf("-Dquyche.school=empty")).isGreaterThan(words.indexOf("-Dquyche.school=x"));
        assertThat(karaf(false, Map.of("JAVA_OPTS", "-Xmx3g")).server(List.of()))
                .contains("-Xmx3g")
                .doesNotContain("-Xmx768m", "-Xms64m");
    }

    @Test
    void takesItsClassesFromTheArchiveUnlessTheUserSaysHowTheJvmStarts() throws IOException {
        archive = Optional.of(new ClassArchive(folder.resolve("classes.jsa"), folder.resolve("classes.part")));
        assertThat(karaf(false, Map.of()).server(List.of()))
                .contains("-XX:ArchiveClassesAtExit=" + folder.resolve("classes.part"));
        assertThat(karaf(false, Map.of("JAVA_OPTS", "-Xmx3g")).server(List.of()))
                .noneMatch(word -> word.contains("classes.part"));
    }

    private KarafCommand karaf(boolean windows, Map<String, String> environment) {
        return new KarafCommand(new Os(windows, environment), Path.of("jdk"), home, base, archive);
    }
}
