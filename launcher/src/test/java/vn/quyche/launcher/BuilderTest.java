package vn.quyche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuilderTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path checkout;

    @Test
    void isStaleWhenASourceIsYoungerThanTheDistribution() throws IOException {
        Os os = new Os(false, Map.of());
        Console console = new Console(os);
        Path home = checkout.resolve("karaf-assembly/target/assembly");
        Builder builder = new Builder(new Machine(os, console, checkout), console, checkout, home);
        assertThat(builder.isStale()).isTrue();

        old("bundles/group/src/main/java/A.java");
        Files.createDirectories(home);
        Files.createFile(checkout.resolve("karaf-assembly/target/karaf-assembly-1.tar.gz"));
        assertThat(builder.isStale()).isFalse();

        young("bundles/group/src/test/java/ATest.java");
        young("bundles/group/target/classes/A.class");
        young("bundles/template/pom.xml");
        assertThat(builder.isStale()).isFalse();

        young("bundles/group/src/main/java/A.java");
        assertThat(builder.isStale()).isTrue();
    }

    @Test
    void givesOfTheResolversPageOnlyWhatIsMissing() {
        List<String> log = List.of(
                "[INFO] Building Quyche :: Group",
                "[ERROR] Feature resolution failed for [x] [caused by: Unable to resolve group: missing requirement"
                        + " [group/1.0.0] osgi.service; objectClass=x.Y]]",
                "[ERROR] Feature resolution failed for [y] [caused by: Unable to resolve group: missing requirement"
                        + " [group/1.0.0] osgi.service; objectClass=x.Y]]");
        assertThat(Builder.reasons(log))
                .containsExactly("Unable to resolve group: missing requirement [group/1.0.0] osgi.service;"
                        + " objectClass=x.Y");
        assertThat(Builder.reasons(List.of("[INFO] x", "[ERROR] A.java:[3,4] ';' expected", "[WARNING] B.java: raw")))
                .containsExactly("[ERROR] A.java:[3,4] ';' expected", "[WARNING] B.java: raw");
    }

    @Test
    void knowsTheBundleOfASource() throws IOException {
        Path bundles = checkout.resolve("bundles");
        young("bundles/core/web/src/main/feature/feature.xml");
        Path web = bundles.resolve("core/web");
        assertThat(DevLoop.bundleOf(bundles, web.resolve("src/main/java/vn/A.java")))
                .isEqualTo(Optional.of(web));
        assertThat(DevLoop.bundleOf(bundles, web.resolve("bnd.bnd"))).contains(web);
        assertThat(DevLoop.bundleOf(bundles, web.resolve("README.md"))).isEmpty();
        assertThat(DevLoop.bundleOf(bundles, bundles.resolve("core/pom.xml"))).isEmpty();
        assertThat(DevLoop.bundleOf(bundles, bundles.resolve("pom.xml"))).isEmpty();
    }

    private void old(String file) throws IOException {
        young(file);
        Files.setLastModifiedTime(checkout.resolve(file), FileTime.from(LONG_AGO));
    }

    private void young(String file) throws IOException {
        Path path = checkout.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(60)));
    }
}
