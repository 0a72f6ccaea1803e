package vn.quyche.core.web.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.testkit.UiRules;

class UiRulesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void templatesAreSafe() {
        UiRules.of(RESOURCES).templatesAreSafe();
    }

    @Test
    void textsAreComplete() {
        UiRules.of(RESOURCES).textsAreComplete();
    }

    @Test
    void codesHaveTexts() {
        UiRules.of(RESOURCES).codesHaveTexts(Path.of("src/main/java"));
    }

    @Test
    void findsWhatIsForbidden(@TempDir Path folder) throws IOException {
        Path ui = Files.createDirectories(folder.resolve("ui"));
        for (String bad : new String[] {
            "{{ x | raw }}",
            "<script>1</script>",
            "<p style=\"color:red\">",
            "<a onclick=\"x()\">",
            "<p hx-on:click=\"x\">",
            "<a href=\"https://example.org\">",
            "<style>p{}</style>"
        }) {
            Files.writeString(ui.resolve("bad.html"), bad);
            assertThatThrownBy(() -> UiRules.of(folder).templatesAreSafe())
                    .as(bad)
                    .isInstanceOf(AssertionError.class);
        }
        Files.writeString(ui.resolve("bad.html"), "<p class=\"style\">{{ x }}</p><script src=\"/a.js\"></script>");
        UiRules.of(folder).templatesAreSafe();
        assertThat(ui).exists();
    }
}
