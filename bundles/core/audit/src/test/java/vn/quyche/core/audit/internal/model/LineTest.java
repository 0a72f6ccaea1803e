package vn.quyche.core.audit.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void boundsEveryText() {
        String huge = "ữ".repeat(50_000);
        Line line = line(huge, huge, huge);
        assertThat(line.name()).hasSize(200);
        assertThat(line.action()).hasSize(100);
        assertThat(line.domain()).hasSize(40);
        assertThat(line.after()).hasSize(Line.LONGEST_STATE);
    }

    @Test
    void replacesWhatDatabasesRefuse() {
        assertThat(line("a\u0000b\ud800c", "x.y", "").name()).isEqualTo("a\ufffdb\ufffdc");
    }

    @Test
    void neverCutsAPairOfSurrogates() {
        assertThat(line("x".repeat(199) + "😀", "x.y", "").name()).isEqualTo("x".repeat(199));
    }

    @Test
    void takesNullForEmpty() {
        assertThat(line(null, null, null).domain()).isEmpty();
    }

    @Test
    void hashesWhereOneFieldEndsAndTheNextBegins() {
        assertThat(line("ab", "c.d", "").contentHash())
                .isNotEqualTo(line("a", "bc.d", "").contentHash());
    }

    @Test
    void tellsTheDomainOfAnAction() {
        assertThat(line("", "group.issue-directive", "").domain()).isEqualTo("group");
    }

    private static Line line(String name, String action, String after) {
        return new Line("id", 1, "a", "p", name, "UI", "", "c", action, "t", "s", "DONE", "", "", "", after, "");
    }
}
