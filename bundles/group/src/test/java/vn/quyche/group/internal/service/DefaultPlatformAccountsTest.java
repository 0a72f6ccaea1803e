package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.PlatformAccount;
import vn.quyche.group.api.members.PlatformAccount.Method;
import vn.quyche.group.api.members.PlatformAccount.Stage;
import vn.quyche.group.api.members.PlatformAccounts.Query;
import vn.quyche.group.api.members.PlatformAccounts.Standing;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultPlatformAccountsTest {

    private static final Query ALL = new Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @OnEachDatabase
    @Regulated({"BC.6.1", "BC.6.2"})
    void membersGiveTheirAccountAndTheAdministratorVerifiesIt(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String group = m.teachers();
        m.requests.run();
        m.requests.run();
        assertThat(school.duties.all())
                .extracting(Duty::personId)
                .containsExactlyInAnyOrder(SchoolFixture.VICE, SchoolFixture.TEACHER, SchoolFixture.OTHER_TEACHER);
        assertThat(m.accounts.mine(school.teacher))
                .extracting(PlatformAccount::platform, PlatformAccount::stage, PlatformAccount::version)
                .containsExactly(tuple(Platform.ZALO, Stage.NONE, 0L));

        PlatformAccount given = m.accounts.give(school.teacher, Platform.ZALO, "+84 912 345 601", true, 0);

        assertThat(given.account()).isEqualTo("0912345601");
        assertThat(given.stage()).isEqualTo(Stage.INSTALLED);
        assertThat(school.duties
                        .byKey("group.give-account:ZALO:" + SchoolFixture.TEACHER)
                        .orElseThrow()
                        .state())
                .isEqualTo(Duty.State.DONE);
        assertThat(standing(m, school.vice, Standing.UNVERIFIED)).containsExactly(SchoolFixture.TEACHER);
        PlatformAccount verified =
                m.accounts.verify(school.vice, SchoolFixture.TEACHER, Platform.ZALO, Method.CALL, given.version());
        assertThat(verified.verification().orElseThrow().method()).isEqualTo(Method.CALL);
        assertThat(standing(m, school.vice, Standing.VERIFIED)).containsExactly(SchoolFixture.TEACHER);
        assertThat(standing(m, school.vice, Standing.OPEN))
                .containsExactlyInAnyOrder(SchoolFixture.VICE, SchoolFixture.OTHER_TEACHER);

        school.groups.confirmJoined(school.vice, group, Set.of(SchoolFixture.TEACHER));
        PlatformAccount changed =
                m.accounts.give(school.teacher, Platform.ZALO, "Hải Đăng Zalo", true, verified.version());
        assertThat(changed.stage()).isEqualTo(Stage.JOINED);
        assertThat(changed.verification())
                .as("somebody else's, for all we know")
                .isEmpty();
    }

    @OnEachDatabase
    @Regulated("BC.6.2")
    void nobodySeesAccountsButThoseWhoAdministerTheirOwners(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        m.teachers();
        school.schoolGroup();
        m.accounts.give(school.teacher, Platform.ZALO, "0912345601", true, 0);
        m.accounts.give(m.guard, Platform.ZALO, "0912345609", true, 0);

        assertThat(m.accounts
                        .list(school.otherTeacher, ALL, PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(m.accounts.administers(school.otherTeacher)).isFalse();
        assertThat(m.accounts.list(school.vice, ALL, PageRequest.first()).items())
                .as("not those of other groups")
                .extracting(PlatformAccount::personId)
                .contains(SchoolFixture.TEACHER)
                .doesNotContain(MembersFixture.OUTSIDE);
        assertThat(m.accounts.list(school.principal, ALL, PageRequest.first()).items())
                .extracting(PlatformAccount::personId)
                .contains(SchoolFixture.TEACHER, MembersFixture.OUTSIDE);
        assertThatThrownBy(() ->
                        m.accounts.verify(school.otherTeacher, SchoolFixture.TEACHER, Platform.ZALO, Method.CALL, 1))
                .isInstanceOf(NotFound.class);
        m.accounts.give(school.vice, Platform.ZALO, "0912345688", true, 0);
        assertThatThrownBy(() -> m.accounts.verify(school.vice, SchoolFixture.VICE, Platform.ZALO, Method.CALL, 1))
                .isInstanceOf(Refused.class);
    }

    @OnEachDatabase
    @Regulated("BC.6.2")
    void theAccountOfWhoLeftIsForgottenOnceTheyAreInNoGroup(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String group = m.teachers();
        m.accounts.give(school.teacher, Platform.ZALO, "0912345601", true, 0);
        school.groups.confirmJoined(school.vice, group, Set.of(SchoolFixture.TEACHER));
        school.directory.left(SchoolFixture.TEACHER, java.time.LocalDate.of(2026, 10, 5));
        school.clock.advance(java.time.Duration.ofDays(1));
        m.requests.run();
        assertThat(m.accountStore.on(Platform.ZALO)).hasSize(1);

        school.groups.confirmGone(school.vice, group, Set.of(SchoolFixture.TEACHER));
        m.requests.run();
        assertThat(m.accountStore.on(Platform.ZALO)).isEmpty();
    }

    @OnEachDatabase
    void refusesWhatIsNoAccountTakenOrChangedMeanwhile(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        m.teachers();
        for (String wrong : List.of("", "12345", "🌸🌸", "x".repeat(101))) {
            assertThatThrownBy(() -> m.accounts.give(school.teacher, Platform.ZALO, wrong, true, 0))
                    .isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> m.accounts.give(school.teacher, Platform.IN_APP, "0912345601", true, 0))
                .isInstanceOf(Invalid.class);
        m.accounts.give(school.teacher, Platform.ZALO, "0912345601", true, 0);
        assertThatThrownBy(() -> m.accounts.give(school.otherTeacher, Platform.ZALO, "84 912345601", true, 0))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("group.account-taken"));
        assertThatThrownBy(() -> m.accounts.give(school.teacher, Platform.ZALO, "0912345602", true, 0))
                .isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    void pagesGoByNameAndFindWithoutDiacritics(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        Caller vice = m.school.vice;
        m.school.groups.register(
                m.school.principal,
                m.teachersGroup(Appointment.post(GroupRole.OWNER, vn.quyche.core.api.directory.Post.VICE_PRINCIPAL)),
                "");
        var first = m.accounts.list(vice, ALL, PageRequest.first(2));
        var rest = m.accounts.list(vice, ALL, new PageRequest(2, first.next()));
        assertThat(first.items()).extracting(PlatformAccount::name).containsExactly("Đỗ Minh Ánh", "Nguyễn Hải Đăng");
        assertThat(rest.items()).extracting(PlatformAccount::name).containsExactly("Lê Quang Vinh");
        assertThat(m.accounts
                        .list(
                                vice,
                                new Query(
                                        Optional.of(Platform.ZALO),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("hai dang")),
                                PageRequest.first())
                        .items())
                .extracting(PlatformAccount::personId)
                .containsExactly(SchoolFixture.TEACHER);
        assertThat(m.accounts
                        .list(
                                vice,
                                new Query(
                                        Optional.of(Platform.VIBER),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                PageRequest.first())
                        .items())
                .isEmpty();
    }

    private static List<String> standing(MembersFixture m, Caller caller, Standing standing) {
        return m
                .accounts
                .list(
                        caller,
                        new Query(Optional.empty(), Optional.empty(), Optional.of(standing), Optional.empty()),
                        PageRequest.first())
                .items()
                .stream()
                .map(PlatformAccount::personId)
                .toList();
    }
}
