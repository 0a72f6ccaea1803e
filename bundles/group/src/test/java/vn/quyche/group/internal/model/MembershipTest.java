package vn.quyche.group.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.group.api.MemberDifference;
import vn.quyche.group.api.MemberDifference.Kind;
import vn.quyche.group.api.MemberRule;
import vn.quyche.testkit.FakeDirectory;

class MembershipTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    private final FakeDirectory directory = new FakeDirectory()
            .unit("office", UnitType.OFFICE, "Tổ Văn phòng")
            .unit(new Unit("guards", UnitType.OFFICE, "Bảo vệ", Optional.of("office"), Optional.empty()))
            .unit(new Unit("cell", UnitType.PARTY_CELL, "Chi bộ", Optional.of("office"), Optional.empty()))
            .person("clerk", "Trần Thị Ánh")
            .person("guard", "Lê Văn Bình")
            .person("comrade", "Phạm Thu Cúc")
            .member("clerk", "office")
            .member("guard", "guards")
            .member("comrade", "cell");
    private final Membership membership = new Membership(directory, TODAY);

    @Test
    @Regulated("BC.1.2")
    void aUnitOfTheRuleStandsForThoseBelowItButNotForASensitiveOne() {
        assertThat(membership.ids(MemberRule.units("office"))).containsExactlyInAnyOrder("clerk", "guard");
        assertThat(membership.ids(MemberRule.units("guards"))).containsExactly("guard");
        assertThat(membership.ids(MemberRule.units("cell"))).containsExactly("comrade");
    }

    @Test
    @Regulated("BC.1.2")
    void whoIsBelowTheUnitIsMissingUntilConfirmed() {
        assertThat(membership.differences(MemberRule.units("office"), Set.of("clerk", "comrade")))
                .containsExactlyInAnyOrder(
                        new MemberDifference("guard", "Lê Văn Bình", Kind.MISSING),
                        new MemberDifference("comrade", "Phạm Thu Cúc", Kind.SURPLUS));
    }
}
