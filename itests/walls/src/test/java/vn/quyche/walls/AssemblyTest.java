package vn.quyche.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The distribution as a whole. */
class AssemblyTest {

    private static final Path TWICE = Path.of("src/test/resources/exported-twice.txt");

    /**
     * Two exporters of one package are two worlds whose objects do not fit together, and which of them a bundle gets
     * depends on what else is installed. Karaf and its friends bring some such packages; none may be added. When that
     * list itself has to change, {@code -Dwalls.update} writes it anew, and the review sees the difference.
     */
    @Test
    void eachPackageHasOneExporter() throws IOException {
        Map<String, TreeSet<String>> exporters = new TreeMap<>();
        for (Bundle bundle : Build.assembly()) {
            for (String exported : bundle.exports()) {
                exporters.computeIfAbsent(exported, name -> new TreeSet<>()).add(bundle.symbolicName());
            }
        }
        List<String> twice = exporters.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                .toList();
        if (System.getProperty("walls.update") != null) {
            Files.write(TWICE, twice);
        }
        assertThat(twice).isEqualTo(Files.readAllLines(TWICE));
    }

    @Test
    void asksNoNetworkForBundles() throws IOException {
        String configuration =
                Files.readString(Build.ROOT.resolve("karaf-assembly/target/assembly/etc/org.ops4j.pax.url.mvn.cfg"));
        assertThat(configuration.lines().filter(line -> !line.startsWith("#")))
                .noneMatch(line -> line.contains("http"));
    }

    @Test
    void listensOnThisMachineOnly() throws IOException {
        Path etc = Build.ROOT.resolve("karaf-assembly/target/assembly/etc");
        assertThat(Files.readString(etc.resolve("org.apache.karaf.shell.cfg")))
                .containsPattern("(?m)^sshHost *= *127\\.0\\.0\\.1$");
        assertThat(Files.readString(etc.resolve("org.ops4j.pax.web.cfg")))
                .containsPattern("(?m)^org\\.ops4j\\.pax\\.web\\.listening\\.addresses *= *127\\.0\\.0\\.1$");
        assertThat(Files.readString(etc.resolve("org.apache.karaf.management.cfg")))
                .containsPattern("(?m)^rmiRegistryHost *= *127\\.0\\.0\\.1$")
                .containsPattern("(?m)^rmiServerHost *= *127\\.0\\.0\\.1$");
    }
}
