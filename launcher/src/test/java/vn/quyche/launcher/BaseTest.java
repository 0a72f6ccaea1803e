package vn.quyche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseTest {

    private static final String BOOT = "featuresBoot=scr/4.4.10, quyche-full/1.0.0.SNAPSHOT, ssh/4.4.10\n";

    @TempDir
    private Path folder;

    private Path home;
    private Path etc;
    private Base base;

    @BeforeEach
    void makeADistribution() throws IOException {
        home = folder.resolve("home");
        etc = folder.resolve("karaf/etc");
        base = new Base(home, folder.resolve("karaf"));
        write("etc/org.apache.karaf.features.cfg", BOOT);
        write("etc/system.properties", "theirs=1");
        write("etc/org.ops4j.pax.web.cfg", "port=1");
        write(
                "system/vn/quyche/features/1.0.0/features-1.0.0-features.xml",
                "<feature name=\"quyche-full\" version=\"1\">");
    }

    @Test
    void putsTheProfileInThePlaceOfEverything() {
        assertThat(Base.features(BOOT, "school-primary", "empty"))
                .isEqualTo("featuresBoot=scr/4.4.10, quyche-school-primary/1.0.0.SNAPSHOT, ssh/4.4.10\n");
        assertThat(Base.features(BOOT, "full", "demo"))
                .contains("quyche-full/1.0.0.SNAPSHOT, quyche-demo/1.0.0.SNAPSHOT, ssh");
    }

    @Test
    void keepsWhatIsTheSchoolsAndReplacesWhatIsTheDistributions() throws IOException {
        base.prepare("full", "empty");
        Files.writeString(etc.resolve("org.ops4j.pax.web.cfg"), "port=2");
        Files.writeString(etc.resolve("system.properties"), "ours=1");
        Path cache = Files.createDirectories(folder.resolve("karaf/data/cache/bundle1"));
        Files.createFile(folder.resolve("karaf/deploy/dev-group.jar"));
        Files.createFile(folder.resolve("karaf/deploy/own.jar"));
        for (String taken : List.of("dev-group.jar", "own.jar", "removed.kar")) {
            Files.createFile(folder.resolve("karaf/data/deploy").resolve(taken));
        }

        base.prepare("full", "empty");
        assertThat(etc.resolve("system.properties")).hasContent("ours=1");
        assertThat(cache).exists();
        assertThat(folder.resolve("karaf/deploy/dev-group.jar")).doesNotExist();
        assertThat(folder.resolve("karaf/deploy/own.jar")).exists();
        assertThat(folder.resolve("karaf/data/deploy"))
                .as("what the container took of them")
                .isDirectoryContaining("glob:**own.jar")
                .isDirectoryNotContaining("glob:**{dev-group.jar,removed.kar}");

        write("etc/system.properties", "theirs=2");
        base.prepare("full", "empty");
        assertThat(etc.resolve("system.properties")).hasContent("theirs=2");
        assertThat(etc.resolve("org.ops4j.pax.web.cfg")).hasContent("port=2");
        assertThat(cache).doesNotExist();
    }

    @Test
    void knowsTheProfilesOfTheDistribution() throws IOException {
        assertThat(base.hasProfile("full")).isTrue();
        assertThat(base.hasProfile("university")).isFalse();
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(home.resolve(file).getParent());
        Files.writeString(home.resolve(file), text);
    }
}
