package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.quyche.itests.kit.AssemblyProcess;

/** The distribution starts, without a network, and is what it says. */
class BootIT {

    @Test
    void startsStopsAndStartsAgainOnTheSameData() {
        try (AssemblyProcess school = AssemblyProcess.named("boot").empty().start()) {
            assertThat(school.get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(school.quyche("status")).contains("running", "ready");
            assertThat(school.log())
                    .contains("The school begins with", "Schema of group: 0 migrations")
                    .doesNotContain("Error installing boot features", "Unable to resolve", "Migrating schema");
            school.stop();
            school.start();
            assertThat(school.get("/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysInOneLineThatThePortIsBusy() {
        try (AssemblyProcess first = AssemblyProcess.named("busy").empty().start()) {
            AssemblyProcess second = AssemblyProcess.named("busy-too").empty().with("--port", "" + first.httpPort());
            assertThatThrownBy(second::start).hasMessageContaining("port " + first.httpPort() + " is busy");
        }
    }
}
