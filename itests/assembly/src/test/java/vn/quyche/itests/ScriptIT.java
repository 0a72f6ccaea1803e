package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.quyche.itests.kit.AssemblyProcess;

/** What the script {@code quyche} does besides starting a school, and what it says when it cannot. */
class ScriptIT {

    @Test
    void restoresWhatItBackedUp() {
        Path file = Path.of("target/backup.zip").toAbsolutePath();
        try (AssemblyProcess school = AssemblyProcess.named("backed-up").empty().start()) {
            school.stop();
            assertThat(school.quyche("backup", file.toString())).contains("Wrote");
            assertThatThrownBy(() -> school.quyche("restore", file.toString())).hasMessageContaining("is not empty");
        }
        try (AssemblyProcess school = AssemblyProcess.named("restored")) {
            assertThat(school.quyche("restore", file.toString())).contains("Restored");
            assertThat(school.data().resolve("settings")).content().contains("school=empty");
            school.start();
            assertThat(school.get("/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void keepsTheConfigurationOfTheSchoolWhenTheDistributionIsReplaced() throws Exception {
        try (AssemblyProcess school = AssemblyProcess.named("upgraded").empty().start()) {
            school.stop();
            Path own = school.data().resolve("karaf/etc/org.ops4j.pax.web.cfg");
            Files.writeString(own, Files.readString(own) + "\n# ours\n");
            Path theirs = school.data().resolve("karaf/etc/system.properties");
            Files.writeString(theirs, "");
            Files.writeString(school.data().resolve("karaf/built"), "an older distribution");
            // What the scripts before the launcher left behind.
            Files.writeString(school.data().resolve("karaf/ports"), "http=" + school.httpPort() + "\nssh=8101\n");
            Files.writeString(school.data().resolve("karaf/pid"), "1\n");
            Files.delete(school.data().resolve("karaf/instances/instance.properties"));
            Files.delete(school.data().resolve("karaf/instances"));
            school.start();
            assertThat(own).content().contains("# ours");
            assertThat(theirs).content().contains("quyche.http.port");
        }
    }

    @Test
    void saysInOneLineWhatItCannotDo() {
        assertRefuses(
                AssemblyProcess.named("profile").with("--profile", "university"), "there is no profile university");
        assertRefuses(AssemblyProcess.named("port").with("--port", "web"), "web is not a port");
        assertRefuses(
                AssemblyProcess.named("disk").environment("QUYCHE_MIN_FREE_MB", "999999999"), "MB are free where");
        // Not even root may make a folder there.
        assertRefuses(AssemblyProcess.named("rights").with("--data", "/proc/school"), "may not create the data folder");
        assertThatThrownBy(() -> AssemblyProcess.named("command").quyche("runn"))
                .hasMessageContaining("no command runn");
        assertThatThrownBy(() -> AssemblyProcess.named("stopped").quyche("status"))
                .hasMessageContaining("stopped");
    }

    @Test
    void refusesAnotherJavaInOneLine() throws Exception {
        Path java = Path.of("target/java-21/bin/java").toAbsolutePath();
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"21.0.1\"' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        assertRefuses(
                AssemblyProcess.named("java")
                        .environment(
                                "QUYCHE_JAVA_HOME", java.getParent().getParent().toString()),
                "needs a JDK 17");
    }

    private static void assertRefuses(AssemblyProcess school, String reason) {
        assertThatThrownBy(school::start)
                .hasMessageContaining(reason)
                .satisfies(
                        refusal -> assertThat(refusal.getMessage().lines().filter(line -> line.startsWith("quyche: ")))
                                .hasSize(1));
    }
}
