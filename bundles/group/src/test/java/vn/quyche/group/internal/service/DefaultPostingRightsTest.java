package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.members.PostingPolicy;
import vn.quyche.group.api.members.PostingRule;
import vn.quyche.group.api.members.PostingSuspension;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultPostingRightsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
    private static final LocalDate TOMORROW = LocalDate.of(2026, 10, 6);

    @OnEachDatabase
    @Regulated("MT.12.1")
    void takesDirectivesOfThoseOnlyOfWhomItIsSaid(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        assertThat(school.postingRights.of(school.teacher, group, TODAY)).isEqualTo(PostingPolicy.NAMED);
        assertThat(posters(school, group)).containsExactly(SchoolFixture.PRINCIPAL, SchoolFixture.VICE);

        say(school, group, PostingPolicy.LEADERS, TODAY);
        assertThat(posters(school, group)).containsExactly(SchoolFixture.PRINCIPAL);
        say(school, group, PostingPolicy.EVERYONE, TODAY);
        assertThat(posters(school, group)).hasSize(5);
        say(school, group, PostingPolicy.READ_ONLY, TODAY);
        assertThat(posters(school, group)).isEmpty();
        assertThat(school.groups.rights(school.principal, group).post()).isFalse();
        assertThatThrownBy(() -> school.directives.issueNow(school.principal, school.newDirective(group, "Họp"), ""))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.clause()).contains("MT.12.1");
                    assertThat(refused.code()).isEqualTo("group.not-a-poster.READ_ONLY");
                });
    }

    @OnEachDatabase
    void everyoneMeansEveryMember(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String party = school.groups.register(
                school.principal, school.newGroup("Chi bộ", MemberRule.units(SchoolFixture.PARTY)), "");
        say(school, party, PostingPolicy.EVERYONE, TODAY);
        school.access.grant(school.teacher, "group:read", "group:read-sensitive");
        assertThat(school.groups.rights(school.vice, party).post()).isTrue();
        assertThat(school.groups.rights(school.teacher, party).post()).isFalse();
    }

    @OnEachDatabase
    void holdsFromItsDayOnAndPastDaysStay(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        say(school, group, PostingPolicy.LEADERS, TOMORROW);
        assertThat(posters(school, group)).contains(SchoolFixture.VICE);

        school.clock.set(
                java.time.OffsetDateTime.parse("2026-10-06T00:00:00+07:00").toInstant());
        assertThat(posters(school, group)).containsExactly(SchoolFixture.PRINCIPAL);
        say(school, group, PostingPolicy.EVERYONE, TOMORROW);
        assertThat(school.postingRights.of(school.teacher, group, TODAY)).isEqualTo(PostingPolicy.NAMED);
        assertThat(school.postingRights.of(school.teacher, group, TOMORROW)).isEqualTo(PostingPolicy.EVERYONE);

        PageRequest one = PageRequest.first(1);
        assertThat(school.postingRights.history(school.teacher, group, one).items())
                .extracting(PostingRule::policy)
                .containsExactly(PostingPolicy.EVERYONE);
        Optional<String> next =
                school.postingRights.history(school.teacher, group, one).next();
        assertThat(school.postingRights
                        .history(school.teacher, group, new PageRequest(5, next))
                        .items())
                .extracting(PostingRule::policy)
                .containsExactly(PostingPolicy.LEADERS);
    }

    @OnEachDatabase
    void isSaidByLeadersAndOfficeAndOnlyOfDaysToCome(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        assertThatThrownBy(() -> say(school, school.teacher, group, PostingPolicy.EVERYONE, TODAY))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> say(school, school.vice, group, PostingPolicy.EVERYONE, TODAY))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> say(school, group, PostingPolicy.EVERYONE, TODAY.minusDays(1)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .singleElement()
                                .extracting(field -> field.code())
                                .isEqualTo("group.posting-in-past"));
        assertThatThrownBy(() -> school.postingRights.say(school.principal, group, null, null, " ", ""))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> say(school, group, PostingPolicy.NAMED, TODAY))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("group.posting-same");
        assertThat(school.postingRights.maySay(school.clerk, group)).isTrue();
        assertThat(school.postingRights.maySay(school.teacher, group)).isFalse();
        String once =
                school.postingRights.say(school.clerk, group, PostingPolicy.EVERYONE, TODAY, "Nhóm trao đổi", "khoa");
        assertThat(school.postingRights.say(
                        school.clerk, group, PostingPolicy.EVERYONE, TODAY, "Nhóm trao đổi", "khoa"))
                .isEqualTo(once);
    }

    @OnEachDatabase
    @Regulated("BC.6.11")
    void givesTheRightBackEarlyWithAReason(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String id = school.suspend(group, SchoolFixture.VICE, LocalDate.of(2026, 12, 31));
        assertThat(posters(school, group)).containsExactly(SchoolFixture.PRINCIPAL);

        assertThatThrownBy(() -> school.postingRights.giveBack(school.vice, id, "Cho tôi"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("group.suspension-not-yours");
        assertThatThrownBy(() -> school.postingRights.giveBack(school.principal, id, " "))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> school.postingRights.giveBack(school.principal, "khong-co", "Vì"))
                .isInstanceOf(NotFound.class);
        PostingSuspension back = school.postingRights.giveBack(school.principal, id, "Đã khắc phục");
        assertThat(back.returnReason()).isEqualTo("Đã khắc phục");
        assertThat(posters(school, group)).contains(SchoolFixture.VICE);
        assertThat(school.notices.sentTo(SchoolFixture.VICE)).hasSize(1);
        assertThatThrownBy(() -> school.postingRights.giveBack(school.principal, id, "Lần nữa"))
                .isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    void tellsOthersOnlyOfTheirOwnRight(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        school.suspend(group, SchoolFixture.VICE, LocalDate.of(2026, 12, 31));
        assertThat(suspended(school, school.principal, group)).containsExactly(SchoolFixture.VICE);
        assertThat(suspended(school, school.vice, group)).containsExactly(SchoolFixture.VICE);
        assertThat(suspended(school, school.teacher, group)).isEmpty();
    }

    private static List<String> suspended(SchoolFixture school, Caller caller, String group) {
        return school.postingRights.suspensions(caller, group, true, PageRequest.first(10)).items().stream()
                .map(PostingSuspension::personId)
                .toList();
    }

    private static List<String> posters(SchoolFixture school, String group) {
        return List.of(school.principal, school.vice, school.clerk, school.teacher, school.otherTeacher).stream()
                .filter(caller -> school.groups.rights(caller, group).post())
                .map(caller -> caller.personId().orElseThrow())
                .toList();
    }

    private static void say(SchoolFixture school, String group, PostingPolicy policy, LocalDate from) {
        say(school, school.principal, group, policy, from);
    }

    private static void say(SchoolFixture school, Caller caller, String group, PostingPolicy policy, LocalDate from) {
        school.postingRights.say(caller, group, policy, from, "Theo nội quy của nhóm", "");
    }
}
