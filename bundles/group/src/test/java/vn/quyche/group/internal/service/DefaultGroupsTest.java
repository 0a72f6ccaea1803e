package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.Decision;
import vn.quyche.group.api.GroupKind;
import vn.quyche.group.api.GroupMember;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MemberDifference;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.NewGroup;
import vn.quyche.group.api.Platform;
import vn.quyche.group.internal.model.Discretion;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestDatabase;

class DefaultGroupsTest {

    @OnEachDatabase
    @Regulated("BC.0.1")
    void registersAGroupWithItsDecisionAndItsLeaderByPost(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);

        String id = school.schoolGroup();

        MessagingGroup group = school.groups.get(school.principal, id);
        assertThat(group.code()).isEqualTo("N01");
        assertThat(group.establishing().number()).isEqualTo("24/QĐ-THHS");
        assertThat(group.appointments()).contains(Appointment.post(GroupRole.OWNER, Post.PRINCIPAL));
        assertThat(school.acts.lastDone().action()).isEqualTo("group.register");
        assertThat(school.acts.events()).extracting(event -> event.type()).contains("group.group-registered.v1");
    }

    @OnEachDatabase
    @Regulated("BC.0.1")
    void refusesAGroupWithoutLeaderDecisionOrRule(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        NewGroup empty = new NewGroup(
                " ",
                GroupKind.SCHOOL,
                Platform.ZALO,
                "",
                new MemberRule(false, Set.of(), Set.of(), Set.of()),
                List.of(),
                new Decision("", LocalDate.of(2030, 1, 1), ""),
                "",
                Optional.empty());

        assertThatThrownBy(() -> school.groups.register(school.principal, empty, ""))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(field -> field.field())
                                .contains(
                                        "name",
                                        "rule",
                                        "appointments",
                                        "establishing.number",
                                        "establishing.date",
                                        "establishing.signer"));
        assertThat(school.acts.refused()).hasSize(1);
    }

    @OnEachDatabase
    void registersTheSameRequestOnce(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        NewGroup group = school.newGroup("Tổ Văn phòng", MemberRule.posts(Post.RECORDS_CLERK));

        String first = school.groups.register(school.clerk, group, "key-1");

        assertThat(school.groups.register(school.clerk, group, "key-1")).isEqualTo(first);
    }

    @OnEachDatabase
    void refusesASecondActiveGroupOfTheSameNameHoweverWritten(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        school.schoolGroup();

        assertThatThrownBy(() -> school.groups.register(
                        school.principal, school.newGroup("HOI DONG  su pham", MemberRule.everybody()), ""))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("group.name-taken");
    }

    @OnEachDatabase
    void freesTheNameOfADissolvedGroupAndKeepsItsRecord(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String old = school.schoolGroup();
        Decision decision = new Decision("30/QĐ-THHS", LocalDate.of(2026, 10, 1), "Trần Thị Ngọc Lan");

        school.groups.dissolve(school.principal, old, 1, decision, "Gộp nhóm");
        String fresh = school.schoolGroup();

        assertThat(fresh).isNotEqualTo(old);
        MessagingGroup dissolved = school.groups.get(school.principal, old);
        assertThat(dissolved.status()).isEqualTo(GroupStatus.DISSOLVED);
        assertThat(dissolved.dissolving()).contains(decision);
        assertThatThrownBy(() -> school.groups.confirmJoined(school.principal, old, Set.of(SchoolFixture.TEACHER)))
                .isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    void doesNotOverwriteWhatSomebodyElseChanged(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = school.schoolGroup();
        school.groups.change(
                school.principal, id, 1, school.newGroup("Hội đồng sư phạm", MemberRule.posts(Post.TEACHER)));

        assertThatThrownBy(() ->
                        school.groups.change(school.clerk, id, 1, school.newGroup("Tên khác", MemberRule.everybody())))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("core.changed-meanwhile");
        assertThat(school.groups.get(school.principal, id).name()).isEqualTo("Hội đồng sư phạm");
        assertThat(school.groups.get(school.principal, id).rule()).isEqualTo(MemberRule.posts(Post.TEACHER));
    }

    @OnEachDatabase
    @Regulated("BC.1.2")
    void membershipFollowsTheRuleAndShowsDifferences(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = school.groups.register(
                school.principal, school.newGroup("Giáo viên", MemberRule.posts(Post.TEACHER)), "");
        school.groups.confirmJoined(school.principal, id, Set.of(SchoolFixture.TEACHER, SchoolFixture.OTHER_TEACHER));
        assertThat(school.groups.differences(school.principal, id)).isEmpty();

        school.directory.left(SchoolFixture.TEACHER, LocalDate.of(2026, 10, 5));
        school.directory.person("p-new", "Bùi Gia Hân", Post.TEACHER);
        school.clock.set(LocalDate.of(2026, 10, 6));

        assertThat(school.groups.differences(school.principal, id))
                .containsExactlyInAnyOrder(
                        new MemberDifference("p-new", "Bùi Gia Hân", MemberDifference.Kind.MISSING),
                        new MemberDifference(SchoolFixture.TEACHER, "Nguyễn Hải Đăng", MemberDifference.Kind.SURPLUS));

        school.groups.confirmGone(school.principal, id, Set.of(SchoolFixture.TEACHER));
        school.groups.confirmJoined(school.principal, id, Set.of("p-new"));

        assertThat(school.groups.differences(school.principal, id)).isEmpty();
        assertThat(school.groups.members(school.principal, id))
                .extracting(GroupMember::name)
                .containsExactly("Đỗ Minh Ánh", "Bùi Gia Hân");
    }

    @OnEachDatabase
    @Regulated("BC.4.5")
    void refusesAnOutsiderAndThenConfirmsNobody(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = school.groups.register(
                school.principal, school.newGroup("Giáo viên", MemberRule.posts(Post.TEACHER)), "");

        assertThatThrownBy(() -> school.groups.confirmJoined(
                        school.principal, id, Set.of(SchoolFixture.TEACHER, SchoolFixture.CLERK)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.clause()).contains("BC.4.5");
                    assertThat(refused.args()).contains("Phạm Thu Hà");
                });
        assertThat(school.groups.members(school.principal, id)).isEmpty();
        assertThat(school.acts.refused()).extracting(act -> act.action()).containsExactly("group.confirm-joined");
    }

    @OnEachDatabase
    void letsOnlyLeadersAndAdministratorsSettle(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = school.schoolGroup();

        assertThatThrownBy(() -> school.groups.confirmJoined(school.teacher, id, Set.of(SchoolFixture.TEACHER)))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void dutiesOfTheGroupOfThePartyCellSayNothingOfItToTheOffice(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = school.partyGroup();
        MessagingGroup party = school.groups.get(school.vice, id);
        MessagingGroup all = school.groups.get(school.vice, school.schoolGroup());
        LocalDate today = LocalDate.ofInstant(school.clock.instant(), VietnamTime.ZONE);

        assertThat(Discretion.name(party)).isEqualTo(party.code()).doesNotContain("Chi bộ");
        assertThat(Discretion.superior(party)).isEqualTo(new Escalation.To.Holders(Post.PRINCIPAL));
        assertThat(Discretion.deputy(party, school.directory, today)).contains(SchoolFixture.PRINCIPAL);
        assertThat(Discretion.name(all)).isEqualTo("Hội đồng sư phạm");
        assertThat(Discretion.superior(all)).isEqualTo(new Escalation.To.Office());
        assertThat(Discretion.deputy(all, school.directory, today)).contains(SchoolFixture.CLERK);

        String directive = school.directives.issueNow(school.principal, school.newDirective(id, "Kỷ luật ông A"), "");
        assertThat(school.duties
                        .byKey("group.directive:" + directive + ":" + SchoolFixture.VICE)
                        .orElseThrow()
                        .title())
                .startsWith("Chỉ đạo ")
                .doesNotContain("Kỷ luật");
    }

    @OnEachDatabase
    void hidesTheGroupOfThePartyCellFromWhoIsNotInIt(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = school.partyGroup();

        assertThatThrownBy(() -> school.groups.get(school.clerk, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> school.groups.members(school.teacher, id)).isInstanceOf(NotFound.class);
        assertThat(school.groups.get(school.vice, id).name()).isEqualTo("Chi bộ");
        assertThat(school.groups
                        .list(school.clerk, Groups.Query.active(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @OnEachDatabase
    void listsByNamePageByPageAndFindsWithoutDiacritics(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        for (String name : List.of("Đội Sao đỏ", "An toàn trường học", "Ăn bán trú", "Dạy học trực tuyến")) {
            school.groups.register(school.principal, school.newGroup(name, MemberRule.everybody()), "");
        }

        var first = school.groups.list(school.principal, Groups.Query.active(), PageRequest.first(3));
        var second = school.groups.list(school.principal, Groups.Query.active(), new PageRequest(3, first.next()));

        assertThat(first.items())
                .extracting(MessagingGroup::name)
                .containsExactly("An toàn trường học", "Ăn bán trú", "Dạy học trực tuyến");
        assertThat(second.items()).extracting(MessagingGroup::name).containsExactly("Đội Sao đỏ");
        assertThat(second.next()).isEmpty();
        Groups.Query search =
                new Groups.Query(Optional.of("doi sao"), Optional.empty(), Optional.empty(), Optional.empty(), false);
        assertThat(school.groups
                        .list(school.principal, search, PageRequest.first())
                        .items())
                .extracting(MessagingGroup::name)
                .containsExactly("Đội Sao đỏ");
        for (String hostile : List.of("", "%%%", "a\u0000", group(first), Cursor.of("group.receipts", "a", "b"))) {
            assertThatThrownBy(() -> school.groups.list(
                            school.principal, Groups.Query.active(), new PageRequest(3, Optional.of(hostile))))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("core.bad-cursor");
        }
    }

    @OnEachDatabase
    void listsInAnyOrderPageByPage(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        for (String name : List.of("Đội Sao đỏ", "An toàn trường học", "Ăn bán trú")) {
            school.groups.register(school.principal, school.newGroup(name, MemberRule.everybody()), "");
        }
        Groups.Query active = Groups.Query.active();
        for (String word : List.of("name", "-name", "kind", "-kind", "platform", "-platform", "")) {
            List<String> expected = new ArrayList<>(List.of("An toàn trường học", "Ăn bán trú", "Đội Sao đỏ"));
            if (word.startsWith("-")) {
                Collections.reverse(expected);
            }
            assertThat(Pages.read(word, page -> school.groups.list(school.principal, active, page)))
                    .as("among equals by name: " + word)
                    .extracting(MessagingGroup::name)
                    .isEqualTo(expected);
        }
        for (String word : List.of("name", "kind", "platform")) {
            Pages.refusesNonsense(word, page -> school.groups.list(school.principal, active, page));
        }
        for (String hostile : List.of("CELLAR", "0", "", "SUBJECT'")) {
            PageRequest behind = new PageRequest(1, Optional.of(Cursor.of("group.groups.kind", hostile, "a", "b")));
            assertThatThrownBy(() -> school.groups.list(school.principal, active, behind.sorted("kind")))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("core.bad-cursor");
        }
    }

    private static String group(Page<MessagingGroup> page) {
        return page.items().get(0).id();
    }

    @OnEachDatabase
    void findsWhatWasTypedAndNothingElse(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        for (String name : List.of("Tổ 100% đạt", "Nhóm a_b", "Nhóm a\\b", "Nhóm a!b", "Nhóm a'b", "Nhóm thường")) {
            school.groups.register(
                    school.principal, school.newGroup(name, MemberRule.everybody()), "Tên có dấu riêng", "");
        }

        assertThat(found(school, "%")).containsExactly("Tổ 100% đạt");
        assertThat(found(school, "a_b")).containsExactly("Nhóm a_b");
        assertThat(found(school, "\\")).containsExactly("Nhóm a\\b");
        assertThat(found(school, "!")).containsExactly("Nhóm a!b");
        assertThat(found(school, "a'b")).containsExactly("Nhóm a'b");
        assertThat(found(school, "%%_")).isEmpty();
    }

    private static List<String> found(SchoolFixture school, String text) {
        Groups.Query query =
                new Groups.Query(Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty(), false);
        return school.groups.list(school.principal, query, PageRequest.first()).items().stream()
                .map(MessagingGroup::name)
                .toList();
    }
}
