package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.group.api.Decision;
import vn.quyche.group.api.GroupCheck;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.internal.model.GroupCheckCode;
import vn.quyche.group.internal.store.JpaDecisionStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

@Regulated("TB.2")
class GroupChecksTest {

    private SchoolFixture school;
    private GroupChecks checks;

    private void open(TestDatabase db) {
        school = new SchoolFixture(db);
        checks = new GroupChecks(new JpaDecisionStore(school.unit.jpa()), school.clock);
    }

    @OnEachDatabase
    void anyoneChecksAWholeNameOrACodeAndLearnsNothingAboutPeople(TestDatabase db) {
        open(db);
        String group = school.schoolGroup();
        for (String asked : List.of(
                "Hội đồng sư phạm",
                "  HOI  DONG su pham ",
                // decomposed
                "Hội đồng sư phạm",
                GroupCheckCode.printed(group),
                GroupCheckCode.of(group).toLowerCase(java.util.Locale.ROOT))) {
            GroupCheck answer = checks.check(asked);
            assertThat(answer.standing()).as(asked).isEqualTo(GroupCheck.Standing.OFFICIAL);
            assertThat(answer.matches()).singleElement().satisfies(match -> {
                assertThat(match.name()).isEqualTo("Hội đồng sư phạm");
                assertThat(match.number()).isEqualTo("24/QĐ-THHS");
            });
            assertThat(answer.toString()).doesNotContain("Lan", group);
        }
    }

    @OnEachDatabase
    void partsOfNamesWildcardsAndPartsOfCodesGiveNothing(TestDatabase db) {
        open(db);
        String group = school.schoolGroup();
        String code = GroupCheckCode.of(group);
        for (String asked :
                List.of("Hội đồng", "%", "_", "Hội đồng sư phạ_", "N01", code.substring(1), group, code + "0")) {
            assertThat(checks.check(asked))
                    .as(asked)
                    .isEqualTo(new GroupCheck(GroupCheck.Standing.UNKNOWN, List.of(), 0));
        }
        for (String bad : new String[] {null, "", "   ", "x".repeat(201), "a\u0000b"}) {
            assertThatThrownBy(() -> checks.check(bad)).as(bad).isInstanceOf(Invalid.class);
        }
    }

    @OnEachDatabase
    void aGroupThatIsNoLongerOfficialIsSaidToBe(TestDatabase db) {
        open(db);
        String group =
                school.groups.register(school.principal, school.newGroup("Tổ Toán cũ", MemberRule.everybody()), "");
        school.clock.advance(Duration.ofDays(1));
        school.groups.dissolve(
                school.principal,
                group,
                1,
                new Decision("30/QĐ-THHS", LocalDate.of(2026, 10, 6), "Trần Thị Ngọc Lan"),
                "Gộp nhóm");

        assertThat(checks.check("tổ toán cũ").standing()).isEqualTo(GroupCheck.Standing.ENDED);
        assertThat(checks.check(GroupCheckCode.of(group)).standing()).isEqualTo(GroupCheck.Standing.ENDED);
        assertThat(checks.check("Tổ Văn").standing()).isEqualTo(GroupCheck.Standing.UNKNOWN);
    }
}
