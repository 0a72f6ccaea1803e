package vn.quyche.group.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.Regulated;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.Requirement;

@Regulated("BC.3.3")
class DirectiveSealTest {

    private static final Instant AT = Instant.parse("2026-10-05T01:00:00Z");

    @Test
    void sealsTheSameContentAlike() {
        Directive directive = issued("Nộp báo cáo", "Nộp trước 17 giờ");

        assertThat(DirectiveSeal.of(directive, List.of("aa"), List.of("p2", "p1")))
                .hasSize(64)
                .isEqualTo(DirectiveSeal.of(directive, List.of("aa"), List.of("p1", "p2")));
    }

    @Test
    void changesWithEveryPartThatHasWeight() {
        Directive directive = issued("Nộp báo cáo", "Nộp trước 17 giờ");
        String seal = DirectiveSeal.of(directive, List.of("aa"), List.of("p1"));

        assertThat(DirectiveSeal.of(issued("Nộp báo cáo ", "Nộp trước 17 giờ"), List.of("aa"), List.of("p1")))
                .isNotEqualTo(seal);
        assertThat(DirectiveSeal.of(directive, List.of("ab"), List.of("p1"))).isNotEqualTo(seal);
        assertThat(DirectiveSeal.of(directive, List.of("aa"), List.of("p1", "p2")))
                .isNotEqualTo(seal);
        assertThat(DirectiveSeal.of(
                        DirectiveChange.issued(directive, "02/2026/N01", AT, DirectiveSeal.FIRST),
                        List.of("aa"),
                        List.of("p1")))
                .isNotEqualTo(seal);
    }

    @Test
    void cannotBeMovedFromOnePartToTheNext() {
        assertThat(DirectiveSeal.of(issued("ab", "c"), List.of(), List.of()))
                .isNotEqualTo(DirectiveSeal.of(issued("a", "bc"), List.of(), List.of()));
    }

    @Test
    void doesNotDependOnWhatHappensAfterwards() {
        Directive directive = issued("Nộp báo cáo", "Nộp trước 17 giờ");

        assertThat(DirectiveSeal.of(DirectiveChange.withdrawn(directive, "nhầm"), List.of(), List.of()))
                .isEqualTo(DirectiveSeal.of(directive, List.of(), List.of()));
    }

    private static Directive issued(String title, String text) {
        NewDirective entered = new NewDirective(
                "g1",
                title,
                text,
                Requirement.ACKNOWLEDGE,
                Optional.of(AT),
                List.of(),
                "",
                List.of(),
                Optional.empty());
        return DirectiveChange.issued(
                DirectiveChange.draft("d1", entered, "p9", "Trần Thị Ngọc Lan"),
                "01/2026/N01",
                AT,
                DirectiveSeal.FIRST);
    }
}
