package vn.quyche.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceabilityReportTest {

    @TempDir
    private Path root;

    @BeforeEach
    void aCheckout() throws IOException {
        write("docs/regulations/clauses.tsv", """
                id\tbundle\tkind\tclause in short\twhat the system must do
                BC.6.8\tgroup\tlimit\tAt most 10 pictures\trefuse
                BC.6.3\tgroup\tduty\tAcknowledge | reply\tduty
                TA.3\tmail\tduty\tLook four times a day\tduty
                """);
        write("bundles/group/src/main/java/Limits.java", """
                /** Says {@code @Regulated("XX.1")} in words only. */
                @Component(service = Limits.class)
                @Regulated("BC.6.8")
                final class Limits {
                    // @Regulated("XX.2")
                    @Override
                    @Regulated({"BC.6.8", "BC.6.3"})
                    @Deprecated(since = "1.0 (old)")
                    public Map<String, Integer> refuse(int count) {
                        return Map.of();
                    }
                }
                """);
        write("bundles/group/src/test/java/LimitsTest.java", """
                class LimitsTest {
                    @Test
                    @Regulated("BC.6.8")
                    void refusesTheEleventhPicture() {}
                }
                """);
        write("bundles/group/target/src/main/java/Copy.java", "@Regulated(\"XX.3\") class Copy {}");
    }

    @Test
    void tellsCodeAndTestOfEachClause() {
        assertThat(TraceabilityReport.of(root).markdown())
                .contains("1 of 3 clauses have code and test.")
                .contains("| BC.6.8 | group | limit | At most 10 pictures | `Limits`<br>`Limits#refuse` |"
                        + " `LimitsTest#refusesTheEleventhPicture` |\n")
                .contains("| BC.6.3 | group | duty | Acknowledge \\| reply | `Limits#refuse` |  |\n")
                .contains("| TA.3 | mail | duty | Look four times a day |  |  |\n");
    }

    @Test
    void namesClausesWithoutATest() {
        assertThat(TraceabilityReport.of(root).untested()).containsExactly("BC.6.3 in Limits#refuse");
    }

    @Test
    void namesUnknownClausesOfCodeTestsAndPacks() throws IOException {
        assertThat(TraceabilityReport.of(root).unknown()).isEmpty();
        write("itests/a/src/test/java/OtherTest.java", "@Regulated(\"BC.9.9\") class OtherTest {}");
        write(
                "bundles/mail/src/main/resources/regulation/pack.json",
                "{\"clauses\":[{\"id\": \"TA.99\"}, {\"id\":\"TA.3\"}]}");

        TraceabilityReport report = TraceabilityReport.of(root);
        assertThat(report.unknown())
                .containsExactly(
                        "BC.9.9 in OtherTest", "TA.99 in bundles/mail/src/main/resources/regulation/pack.json");
        assertThat(report.unfounded()).hasSize(2);
    }

    @Test
    void knowsWhetherTheFileIsUpToDate() throws IOException {
        assertThat(TraceabilityReport.of(root).upToDate()).isFalse();
        TraceabilityReport.main(new String[] {root.toString()});
        assertThat(TraceabilityReport.of(root).upToDate()).isTrue();
        write("bundles/mail/src/test/java/MailTest.java", "@Regulated(\"TA.3\") class MailTest {}");
        assertThat(TraceabilityReport.of(root).upToDate()).isFalse();
        TraceabilityReport.of(root).write();
        assertThat(TraceabilityReport.of(root).upToDate()).isTrue();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
