package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.spi.DelegationLimit;
import vn.quyche.group.api.members.GroupDelegations.NewHanding;
import vn.quyche.group.api.members.GroupDelegations.Query;
import vn.quyche.group.api.members.GroupOperation;
import vn.quyche.group.api.members.HandedOperation;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultGroupDelegationsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    @OnEachDatabase
    @Regulated({"BC.5.3", "BC.6.5"})
    void aMemberPostsInTheLeadersPlaceAsLongAsItWasHandedOn(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String group = m.teachers();
        assertThatThrownBy(() -> school.directives.issueNow(school.teacher, school.newDirective(group, "Trước"), ""))
                .isInstanceOf(Refused.class);

        String id = hand(m, group, GroupOperation.POST, SchoolFixture.TEACHER);

        school.directives.issueNow(school.teacher, school.newDirective(group, "Trong thời gian"), "");
        assertThat(school.groups.rights(school.teacher, group).post()).isTrue();
        assertThat(school.groups.rights(school.teacher, group).settle()).isFalse();
        assertThat(school.groups.rights(school.teacher, group).pin()).isFalse();
        assertThat(list(m, school.vice)).containsExactly(HandedOperation.State.RUNNING);

        school.clock.advance(Duration.ofDays(3));
        assertThat(school.groups.rights(school.teacher, group).post()).isFalse();
        assertThat(list(m, school.vice)).containsExactly(HandedOperation.State.ENDED);
        assertThatThrownBy(() -> m.delegations.end(school.vice, id, "Xong việc"))
                .isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    @Regulated({"BC.5.3", "BC.6.5"})
    void nothingIsHandedToSomebodyFromOutside(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        String group = m.teachers();
        for (GroupOperation operation : GroupOperation.values()) {
            assertThatThrownBy(() -> hand(m, group, operation, MembersFixture.OUTSIDE))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.clause()).contains("BC.5.3");
                        assertThat(refused.code()).isEqualTo("group.hand-to-outsider");
                    });
        }
        assertThat(m.limit
                        .judge(proposal(MembersFixture.OUTSIDE, "group:issue"))
                        .allowed())
                .isFalse();
        assertThat(m.limit.judge(proposal(SchoolFixture.TEACHER, "group:issue")).clause())
                .isEqualTo("BC.5.3");
        assertThat(m.limit.judge(proposal(MembersFixture.OUTSIDE, "mail:send")).allowed())
                .isTrue();
    }

    @OnEachDatabase
    @Regulated("BC.5.3")
    void whatWasHandedOnEndsWithThePlaceOfGiverAndReceiver(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String group = m.teachers();
        hand(m, group, GroupOperation.ADMIT, SchoolFixture.TEACHER);
        hand(m, group, GroupOperation.PIN, SchoolFixture.TEACHER);
        assertThat(school.groups.rights(school.teacher, group).settle()).isTrue();
        assertThat(school.groups.rights(school.teacher, group).pin()).isTrue();
        school.groups.confirmJoined(school.teacher, group, Set.of(SchoolFixture.OTHER_TEACHER));

        school.directory.left(SchoolFixture.VICE, TODAY);
        school.clock.advance(Duration.ofDays(1));
        assertThat(school.groups.rights(school.teacher, group).settle()).isFalse();
        assertThat(list(m, school.principal)).containsOnly(HandedOperation.State.ENDED);
    }

    @OnEachDatabase
    @Regulated({"BC.5.3", "BC.6.5"})
    void onlyLeadersHandOnAndNeverFurther(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String group = m.teachers();
        hand(m, group, GroupOperation.ADMINISTER, SchoolFixture.TEACHER);
        for (Caller caller : java.util.List.of(school.teacher, school.principal)) {
            assertThatThrownBy(() -> m.delegations.hand(
                            caller,
                            group,
                            new NewHanding(GroupOperation.POST, SchoolFixture.OTHER_TEACHER, TODAY, TODAY, "Đi họp"),
                            ""))
                    .isInstanceOf(Forbidden.class);
        }
        assertThat(m.delegations.mayHand(school.teacher, group)).isFalse();
        assertThatThrownBy(() -> hand(m, group, GroupOperation.ADMINISTER, SchoolFixture.TEACHER))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> hand(m, group, GroupOperation.POST, SchoolFixture.VICE))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> m.delegations.hand(
                        school.vice,
                        group,
                        new NewHanding(
                                GroupOperation.POST,
                                SchoolFixture.TEACHER,
                                TODAY.minusDays(1),
                                TODAY.plusDays(700),
                                ""),
                        ""))
                .isInstanceOf(Invalid.class);
    }

    @OnEachDatabase
    void receiversAndTheOfficeEndItEarly(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String group = m.teachers();
        String first = hand(m, group, GroupOperation.POST, SchoolFixture.TEACHER);
        String second = hand(m, group, GroupOperation.PIN, SchoolFixture.TEACHER);
        assertThatThrownBy(() -> m.delegations.end(school.otherTeacher, first, "Không"))
                .isInstanceOf(Forbidden.class);
        assertThat(m.delegations.end(school.teacher, first, "Không nhận nữa").state())
                .isEqualTo(HandedOperation.State.ENDED);
        assertThat(m.delegations.end(school.principal, second, "Thôi").endedBy())
                .isNotBlank();
        assertThat(school.groups.rights(school.teacher, group).post()).isFalse();
        assertThat(m.delegations
                        .list(school.vice, new Query(Optional.of(group), true), PageRequest.first())
                        .items())
                .isEmpty();
    }

    private static String hand(MembersFixture m, String group, GroupOperation operation, String to) {
        return m.delegations.hand(
                m.school.vice, group, new NewHanding(operation, to, TODAY, TODAY.plusDays(2), "Đi công tác"), "");
    }

    private static java.util.List<HandedOperation.State> list(MembersFixture m, Caller caller) {
        return m.delegations.list(caller, new Query(Optional.empty(), false), PageRequest.first()).items().stream()
                .map(HandedOperation::state)
                .toList();
    }

    private static DelegationLimit.Proposal proposal(String to, String permission) {
        return new DelegationLimit.Proposal(SchoolFixture.VICE, to, Set.of(permission), TODAY, TODAY);
    }
}
