package vn.quyche.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void takesItsOptionsFromWhereverTheyStand() {
        CommandLine line = CommandLine.parse(
                List.of("shell", "duty:list", "--data", "/srv/a b", "--json", "--port", "9000", "--empty", "--force"));
        assertThat(line.command()).isEqualTo("shell");
        assertThat(line.data()).contains(Path.of("/srv/a b"));
        assertThat(line.port()).contains("9000");
        assertThat(line.school()).contains("empty");
        assertThat(line.profile()).isEmpty();
        assertThat(line.force()).isTrue();
        assertThat(line.rest()).containsExactly("duty:list", "--json");
    }

    @Test
    void refusesWhatIsNoPortAndWhatHasNoValue() {
        for (String port : List.of("web", "0", "65536", "-1")) {
            assertThatThrownBy(() -> CommandLine.parse(List.of("run", "--port", port)))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(port + " is not a port.");
        }
        assertThatThrownBy(() -> CommandLine.parse(List.of("run", "--data"))).hasMessage("--data needs a value.");
        assertThatThrownBy(() -> CommandLine.parse(List.of("backup")).only("backup where?"))
                .hasMessage("backup where?");
    }
}
