package vn.quyche.group.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.Regulated;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveStanding;
import vn.quyche.group.api.Issuance;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.Requirement;
import vn.quyche.group.api.members.MessageKind;

@Regulated("BC.3.3")
class DirectiveSealTest {

    private static final Instant AT = Instant.parse("2026-10-05T01:00:00Z");

    private static final Optional<MessageKind> NONE = Optional.empty();

    @Test
    void sealsTheKindOfNewOnesAndVerifiesOldOnesByTheOldRule() {
        Directive directive = issued("Nộp báo cáo", "Nộp trước 17 giờ");
        String seal = DirectiveSeal.of(directive, Optional.of(MessageKind.MEETING), List.of(), List.of());
        assertThat(seal).isNotEqualTo(DirectiveSeal.of(directive, NONE, List.of(), List.of()));
        assertThat(seal).isNotEqualTo(DirectiveSeal.of(directive, Optional.of(MessageKind.LAW), List.of(), List.of()));

        Directive old = sealedByRule(1, directive);
        assertThat(DirectiveSeal.of(old, Optional.of(MessageKind.MEETING), List.of(), List.of()))
                .isEqualTo(DirectiveSeal.of(old, NONE, List.of(), List.of()))
                .isEqualTo("8d9df1563860b75644a1c238acf22cee5de7b940103e7e7e7212dc42ac3feb54");
    }

    @Test
    void sealsTheUnitsOfNewOnesAndVerifiesOldOnesWithoutThem() {
        Directive toAll = issued("Nộp báo cáo", "Nộp trước 17 giờ");
        Directive toUnit = issued("Nộp báo cáo", "Nộp trước 17 giờ", "u1");
        Optional<MessageKind> kind = Optional.of(MessageKind.MEETING);
        assertThat(DirectiveSeal.of(toUnit, kind, List.of(), List.of()))
                .isNotEqualTo(DirectiveSeal.of(toAll, kind, List.of(), List.of()));

        assertThat(DirectiveSeal.of(sealedByRule(2, toAll), kind, List.of(), List.of()))
                .isEqualTo("f65351fdfeced70131bac448d2a31d6d8f0f518ce97eefcdc7ac95f582ce85f0");
    }

    @Test
    void sealsTheSameContentAlike() {
        Directive directive = issued("Nộp báo cáo", "Nộp trước 17 giờ");

        assertThat(DirectiveSeal.of(directive, NONE, List.of("aa"), List.of("p2", "p1")))
                .hasSize(64)
                .isEqualTo(DirectiveSeal.of(directive, NONE, List.of("aa"), List.of("p1", "p2")));
    }

    @Test
    void changesWithEveryPartThatHasWeight() {
        Directive directive = issued("Nộp báo cáo", "Nộp trước 17 giờ");
        String seal = DirectiveSeal.of(directive, NONE, List.of("aa"), List.of("p1"));

        assertThat(DirectiveSeal.of(issued("Nộp báo cáo ", "Nộp trước 17 giờ"), NONE, List.of("aa"), List.of("p1")))
                .isNotEqualTo(seal);
        assertThat(DirectiveSeal.of(directive, NONE, List.of("ab"), List.of("p1")))
                .isNotEqualTo(seal);
        assertThat(DirectiveSeal.of(directive, NONE, List.of("aa"), List.of("p1", "p2")))
                .isNotEqualTo(seal);
        assertThat(DirectiveSeal.of(
                        DirectiveChange.issued(directive, "02/2026/N01", AT, DirectiveSeal.FIRST),
                        NONE,
                        List.of("aa"),
                        List.of("p1")))
                .isNotEqualTo(seal);
    }

    @Test
    void cannotBeMovedFromOnePartToTheNext() {
        assertThat(DirectiveSeal.of(issued("ab", "c"), NONE, List.of(), List.of()))
                .isNotEqualTo(DirectiveSeal.of(issued("a", "bc"), NONE, List.of(), List.of()));
    }

    @Test
    void doesNotDependOnWhatHappensAfterwards() {
        Directive directive = issued("Nộp báo cáo", "Nộp trước 17 giờ");

        assertThat(DirectiveSeal.of(DirectiveChange.withdrawn(directive, "nhầm"), NONE, List.of(), List.of()))
                .isEqualTo(DirectiveSeal.of(directive, NONE, List.of(), List.of()));
    }

    private static Directive sealedByRule(int rule, Directive directive) {
        Issuance now = directive.standing().issuance();
        return new Directive(
                directive.id(),
                directive.content(),
                directive.authorId(),
                directive.authorName(),
                new DirectiveStanding(
                        directive.state(),
                        new Issuance(now.number(), now.at(), now.previousHash(), "", rule),
                        Optional.empty(),
                        "",
                        ""),
                directive.version());
    }

    private static Directive issued(String title, String text, String... unitIds) {
        NewDirective entered = new NewDirective(
                "g1",
                title,
                text,
                Requirement.ACKNOWLEDGE,
                Optional.of(AT),
                List.of(),
                List.of(unitIds),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty());
        return DirectiveChange.issued(
                DirectiveChange.draft("d1", entered, "p9", "Trần Thị Ngọc Lan"),
                "01/2026/N01",
                AT,
                DirectiveSeal.FIRST);
    }
}
