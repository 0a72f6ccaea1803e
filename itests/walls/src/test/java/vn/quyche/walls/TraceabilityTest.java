package vn.quyche.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.quyche.testkit.TraceabilityReport;

/** Law is visible: what carries out a clause says so, and a test proves it. */
class TraceabilityTest {

    private final TraceabilityReport report = TraceabilityReport.of(Path.of(System.getProperty("quyche.root")));

    @Test
    void everyClauseThatIsNamedIsInTheCatalogue() {
        assertThat(report.unknown()).isEmpty();
    }

    @Test
    void everyClauseThatCodeCarriesOutIsProvedByATest() {
        assertThat(report.untested()).isEmpty();
    }

    @Test
    void everyClauseThatAPackClaimsIsCarriedOutByCode() {
        assertThat(report.unfounded()).isEmpty();
    }

    /** {@code mvn -pl itests/walls test -Dwalls.update} writes it anew. */
    @Test
    void theReportIsUpToDate() throws IOException {
        if (System.getProperty("walls.update") != null) {
            report.write();
        }
        assertThat(report.upToDate())
                .as("docs/traceability.md; write it anew with mvn -pl itests/walls test -Dwalls.update")
                .isTrue();
    }
}
