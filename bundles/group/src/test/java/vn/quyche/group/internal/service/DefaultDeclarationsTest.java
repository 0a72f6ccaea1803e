package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.GroupMember;
import vn.quyche.group.api.MemberDifference;
import vn.quyche.group.api.members.Attestation;
import vn.quyche.group.api.members.Declaration;
import vn.quyche.group.api.members.Declarations;
import vn.quyche.group.api.members.DeclaredLine;
import vn.quyche.group.api.members.LineKind;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestDatabase;

class DefaultDeclarationsTest {

    private static final Declarations.Query ALL = new Declarations.Query(Optional.empty(), Optional.empty());

    @OnEachDatabase
    @Regulated("BC.4.5")
    void strangersAreForgottenSomeTimeAfterTheNextListAndTheCountsStay(TestDatabase db) {
        MembersFixture members = new MembersFixture(db);
        SchoolFixture school = members.school;
        String group = members.teachers();
        String old = members.read(
                school.vice, group, "Họ và tên;Số điện thoại", "Nguyễn Hải Đăng;0912345601", "Người Lạ;0987654321");
        members.declarations.confirm(school.vice, old);
        school.clock.set(school.clock.instant().plus(Duration.ofDays(200)));
        members.declarations.forget(TestCaller.system());
        // the latest list stays, however old
        assertThat(names(members, old)).contains("Người Lạ");

        String next = members.read(
                school.vice, group, "Họ và tên;Số điện thoại", "Nguyễn Hải Đăng;0912345601", "Khách Quen;0987654322");
        members.declarations.confirm(school.vice, next);
        school.clock.set(school.clock.instant().plus(Duration.ofDays(89)));
        members.declarations.forget(TestCaller.system());
        assertThat(names(members, old)).contains("Người Lạ");
        school.clock.set(school.clock.instant().plus(Duration.ofDays(2)));
        members.declarations.forget(TestCaller.system());
        members.declarations.forget(TestCaller.system());

        Declaration erased = members.declarations.get(school.vice, old);
        assertThat(erased.erasedAt()).isPresent();
        assertThat(erased.counts().outsiders()).isEqualTo(1);
        assertThat(erased.fileName()).isEmpty();
        assertThat(erased.sha256()).isNotEmpty();
        assertThat(names(members, old)).contains("Nguyễn Hải Đăng").doesNotContain("Người Lạ");
        assertThat(names(members, next)).contains("Khách Quen");
        assertThat(school.acts.done())
                .filteredOn(done -> done.action().equals("group.forget-strangers"))
                .hasSize(1);
        assertThat(school.attachments.of("group.declaration", old)).isEmpty();
    }

    @OnEachDatabase
    void aDryRunThatNobodyConfirmsIsThrownAwayAfterTheSameTime(TestDatabase db) {
        MembersFixture members = new MembersFixture(db);
        SchoolFixture school = members.school;
        String draft = members.read(school.vice, members.teachers(), "Họ và tên;Số điện thoại", "Người Lạ;0987654321");
        school.clock.set(school.clock.instant().plus(Duration.ofDays(91)));
        members.declarations.forget(TestCaller.system());
        assertThat(members.declarations.get(school.vice, draft).state()).isEqualTo(Declaration.State.DISCARDED);
        assertThat(names(members, draft)).isEmpty();
    }

    @OnEachDatabase
    @Regulated("BC.4.5")
    void numbersInAnyFormAndNamesInPicturesAreToldApart(TestDatabase db) {
        MembersFixture members = new MembersFixture(db);
        SchoolFixture school = members.school;
        String group = members.teachers();
        String id = members.read(
                school.vice,
                group,
                "Họ và tên;Số điện thoại",
                "🌸 Cô giáo 🌸;+84 912 345 601",
                "hai dang;0912.345.601",
                "🦄🦄;0987654321");
        Declaration read = members.declarations.get(school.vice, id);
        assertThat(read.counts().members()).isEqualTo(1);
        assertThat(read.counts().duplicates()).isEqualTo(1);
        assertThat(read.counts().outsiders()).isEqualTo(1);
    }

    private static List<String> names(MembersFixture members, String declarationId) {
        return members
                .declarations
                .lines(members.school.vice, declarationId, Optional.empty(), false, PageRequest.first())
                .items()
                .stream()
                .map(DeclaredLine::name)
                .toList();
    }

    @OnEachDatabase
    @Regulated({"BC.1.2", "BC.4.5"})
    void aListNamesOutsidersMissingPeopleAndDuplicatesAndIsTakenOverAsOne(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String group = m.teachers();
        String id = m.read(
                school.vice,
                group,
                "Tên;Số điện thoại",
                "Bạn;",
                "Cá Mập Con;+84 912 345 601",
                "Thầy Hải Đăng 9A;",
                "Võ Văn Tài;",
                "Người Lạ;0999999999");

        assertThat(lines(m, school.vice, id))
                .extracting(
                        DeclaredLine::name,
                        DeclaredLine::kind,
                        line -> line.personId().orElse(""))
                .containsExactly(
                        tuple("Bạn", LineKind.MEMBER, SchoolFixture.VICE),
                        tuple("Cá Mập Con", LineKind.MEMBER, SchoolFixture.TEACHER),
                        tuple("Thầy Hải Đăng 9A", LineKind.DUPLICATE, SchoolFixture.TEACHER),
                        tuple("Võ Văn Tài", LineKind.OUTSIDER, MembersFixture.OUTSIDE),
                        tuple("Người Lạ", LineKind.OUTSIDER, ""),
                        tuple("Đỗ Minh Ánh", LineKind.MISSING, SchoolFixture.OTHER_TEACHER));
        assertThat(school.groups.members(school.vice, group))
                .as("a dry run changes nothing")
                .isEmpty();

        Declaration confirmed = m.declarations.confirm(school.vice, id);

        assertThat(confirmed.counts()).isEqualTo(new Declaration.Counts(2, 2, 1, 1, 0, 0));
        assertThat(school.groups.members(school.vice, group))
                .extracting(GroupMember::personId, GroupMember::byRule)
                .containsExactlyInAnyOrder(
                        tuple(SchoolFixture.VICE, true),
                        tuple(SchoolFixture.TEACHER, true),
                        tuple(MembersFixture.OUTSIDE, false));
        assertThat(school.groups.differences(school.vice, group))
                .extracting(MemberDifference::personId)
                .containsExactlyInAnyOrder(MembersFixture.OUTSIDE, SchoolFixture.OTHER_TEACHER);
        Duty settle = school.duties.byKey("group.settle-members:" + id).orElseThrow();
        assertThat(settle.personId()).isEqualTo(SchoolFixture.VICE);

        Declaration half = m.declarations.done(school.vice, id, Set.of(4, 6));
        assertThat(half.open()).isEqualTo(2);
        assertThat(school.groups.differences(school.vice, group)).isEmpty();
        m.declarations.done(school.vice, id, Set.of(3, 5));
        assertThat(school.duties.byKey(settle.key()).orElseThrow().state()).isEqualTo(Duty.State.DONE);
        assertThat(m.evidence.counts(day(m), day(m), school.clock.instant()))
                .extracting(EvidenceCount::clause, EvidenceCount::kept, EvidenceCount::violations)
                .containsExactlyInAnyOrder(tuple("BC.1.2", 1L, 0L), tuple("BC.4.5", 0L, 1L));
    }

    @OnEachDatabase
    @Regulated("BC.1.2")
    void whatIsUnclearIsSettledByHandBeforeTheListIsTakenOver(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        school.directory.person("p-lan", "Lê Thị Ánh", vn.quyche.core.api.directory.Post.TEACHER);
        String group = m.teachers();
        String id = m.read(school.vice, group, "Ánh 🌸", "Bình Minh");

        assertThat(m.declarations.get(school.vice, id).counts().unclear()).isEqualTo(1);
        assertThat(lines(m, school.vice, id).get(0).candidates())
                .extracting(DeclaredLine.Candidate::name)
                .containsExactlyInAnyOrder("Đỗ Minh Ánh", "Lê Thị Ánh");
        assertThatThrownBy(() -> m.declarations.confirm(school.vice, id))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("group.lines-unclear"));
        assertThatThrownBy(() -> m.declarations.settle(school.vice, id, 99, Optional.empty()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> m.declarations.settle(school.vice, id, 1, Optional.of("p-nobody")))
                .isInstanceOf(Invalid.class);

        m.declarations.settle(school.vice, id, 1, Optional.of("p-lan"));
        m.declarations.settle(school.vice, id, 2, Optional.of(SchoolFixture.OTHER_TEACHER));
        m.declarations.settle(school.vice, id, 2, Optional.empty());

        assertThat(lines(m, school.vice, id))
                .filteredOn(line -> line.row() > 0)
                .extracting(DeclaredLine::kind)
                .containsExactly(LineKind.MEMBER, LineKind.OUTSIDER);
        assertThat(m.declarations.confirm(school.vice, id).state()).isEqualTo(Declaration.State.CONFIRMED);
        assertThatThrownBy(() -> m.declarations.confirm(school.vice, id)).isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    @Regulated({"BC.1.2", "BC.4.5"})
    void whoLeftTheSchoolAndIsStillInTheGroupIsKnownByName(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String group = m.teachers();
        school.groups.confirmJoined(school.vice, group, Set.of(SchoolFixture.TEACHER));
        school.directory.left(SchoolFixture.TEACHER, LocalDate.of(2026, 10, 5));
        school.clock.advance(Duration.ofDays(1));

        String id = m.read(school.vice, group, "Cá Mập Con;0912345601");

        DeclaredLine line = lines(m, school.vice, id).get(0);
        assertThat(line.kind()).isEqualTo(LineKind.OUTSIDER);
        assertThat(line.personName()).isEqualTo("Nguyễn Hải Đăng");
        m.declarations.confirm(school.vice, id);
        m.declarations.done(school.vice, id, Set.of(line.place()));
        assertThat(school.groups.members(school.vice, group)).isEmpty();
    }

    @OnEachDatabase
    void aTitleIsNobodyAndAStrangerMayBeSomebodyAfterAll(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String id = m.read(school.vice, m.teachers(), "NHÓM ZALO TỔ", "🌸🌸🌸", "Cá Mập Con");
        assertThat(m.declarations.get(school.vice, id).counts().outsiders()).isEqualTo(3);

        m.declarations.ignore(school.vice, id, 1);
        Declaration settled = m.declarations.settle(school.vice, id, 3, Optional.of(SchoolFixture.TEACHER));

        assertThat(settled.counts()).isEqualTo(new Declaration.Counts(1, 1, 2, 0, 0, 1));
        assertThat(m.declarations.line(school.vice, id, 3).personName()).isEqualTo("Nguyễn Hải Đăng");
        assertThatThrownBy(() -> m.declarations.line(school.vice, id, 77)).isInstanceOf(NotFound.class);
        assertThat(m.declarations.confirm(school.vice, id).open()).isEqualTo(3);
    }

    @OnEachDatabase
    void groupsOfBeforeAreAskedFromTheDayOnWhichListsAreAskedFor(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        String group = m.teachers();
        m.school.clock.advance(Duration.ofDays(400));
        m.attestations.run();
        assertThat(standing(m, group).overdue()).isFalse();
        assertThat(standing(m, group).dueOn()).isEqualTo(day(m).plusDays(30));
        m.school.clock.advance(Duration.ofDays(24));
        m.attestations.run();
        assertThat(m.school.duties.all()).hasSize(1);
        m.school.groups.dissolve(
                m.school.principal,
                group,
                1,
                new vn.quyche.group.api.Decision("99/QĐ-THHS", LocalDate.of(2026, 9, 2), "Trần Thị Ngọc Lan"),
                "Ghép tổ");
        assertThat(m.school.duties.all()).extracting(Duty::state).containsExactly(Duty.State.WITHDRAWN);
    }

    @OnEachDatabase
    @Regulated({"BC.1.2", "BC.4.5"})
    void leadersDeclareAgainEveryThirtyDays(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String group = m.teachers();
        m.attestations.run();
        assertThat(school.duties.all()).isEmpty();

        school.clock.advance(Duration.ofDays(24));
        m.attestations.run();
        m.attestations.run();
        assertThat(school.duties.all()).extracting(Duty::personId).containsExactly(SchoolFixture.VICE);
        assertThat(standing(m, group).overdue()).isFalse();

        school.clock.advance(Duration.ofDays(7));
        assertThat(standing(m, group).overdue()).isTrue();
        assertThat(m.declarations
                        .attestations(school.principal, Optional.of("giao vien"), true, PageRequest.first())
                        .items())
                .extracting(Attestation::groupId)
                .containsExactly(group);

        String id = m.declarations.tick(
                school.vice,
                group,
                Set.of(SchoolFixture.VICE, SchoolFixture.TEACHER, SchoolFixture.OTHER_TEACHER),
                "",
                "");
        m.declarations.confirm(school.vice, id);
        assertThat(school.duties.all()).extracting(Duty::state).containsExactly(Duty.State.DONE);
        assertThat(standing(m, group).overdue()).isFalse();
        assertThat(standing(m, group).declaredBy()).isNotBlank();
        assertThat(m.declarations
                        .attestations(school.principal, Optional.empty(), true, PageRequest.first())
                        .items())
                .isEmpty();
        school.clock.advance(Duration.ofDays(25));
        m.attestations.run();
        assertThat(school.duties.all()).hasSize(2);
    }

    @OnEachDatabase
    void onlyWhoAnswersForTheGroupDeclaresAndReadsLists(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String group = m.teachers();
        assertThatThrownBy(() -> m.read(school.teacher, group, "Lan")).isInstanceOf(Forbidden.class);
        String id = m.read(school.vice, group, "Người Lạ;0999999999");

        assertThatThrownBy(() -> m.declarations.get(school.teacher, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> m.declarations.lines(school.teacher, id, Optional.empty(), false, PageRequest.first()))
                .isInstanceOf(NotFound.class);
        assertThat(m.declarations.list(school.teacher, ALL, PageRequest.first()).items())
                .isEmpty();
        assertThat(m.declarations
                        .list(school.principal, ALL, PageRequest.first())
                        .items())
                .extracting(Declaration::id)
                .containsExactly(id);
        assertThat(m.declarations.attestation(school.teacher, group)).isPresent();
    }

    @OnEachDatabase
    void aNewListTakesThePlaceOfADryRunAndOfTheOneBefore(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String group = m.teachers();
        String first = m.read(school.vice, group, "Người Lạ");
        String second = m.read(school.principal, group, "Nguyễn Hải Đăng");

        assertThat(m.declarations.get(school.vice, first).state()).isEqualTo(Declaration.State.DISCARDED);
        assertThat(lines(m, school.vice, first)).as("strangers are forgotten").isEmpty();
        assertThatThrownBy(() -> m.declarations.confirm(school.vice, first)).isInstanceOf(Conflict.class);
        m.declarations.confirm(school.principal, second);
        String third = m.read(school.vice, group, "Đỗ Minh Ánh");
        m.declarations.confirm(school.vice, third);

        assertThat(school.groups.members(school.vice, group))
                .extracting(GroupMember::personId)
                .containsExactly(SchoolFixture.OTHER_TEACHER);
        assertThatThrownBy(() -> m.declarations.done(school.vice, second, Set.of(1)))
                .isInstanceOf(Conflict.class);
        assertThat(m.declarations
                        .list(
                                school.vice,
                                new Declarations.Query(Optional.of(group), Optional.of(Declaration.State.CONFIRMED)),
                                PageRequest.first(1))
                        .next())
                .isPresent();
        Declarations.Query all = new Declarations.Query(Optional.of(group), Optional.empty());
        Pages.refusesNonsense("declared", page -> m.declarations.list(school.vice, all, page));
        assertThat(Pages.read("declared", page -> m.declarations.list(school.vice, all, page)))
                .extracting(Declaration::id)
                .as("the oldest first")
                .containsExactly(first, second, third);
    }

    @OnEachDatabase
    void whoCameOrWentSinceTheDryRunMakesItBeReadAgain(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String id = m.read(school.vice, m.teachers(), "Nguyễn Hải Đăng");
        school.directory.person("p-new", "Bùi Thị Sen", vn.quyche.core.api.directory.Post.TEACHER);

        assertThatThrownBy(() -> m.declarations.confirm(school.vice, id))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("group.declaration-outdated"));
    }

    @OnEachDatabase
    void ofTwoWhoConfirmAtOnceOneIsTold(TestDatabase db) throws Exception {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String id = m.read(school.vice, m.teachers(), "Nguyễn Hải Đăng");
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> answers = both.invokeAll(
                    List.of(() -> confirms(m, school.vice, id, start), () -> confirms(m, school.principal, id, start)));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            both.shutdownNow();
        }
        assertThat(m.declarations.get(school.vice, id).state()).isEqualTo(Declaration.State.CONFIRMED);
    }

    private static boolean confirms(MembersFixture m, Caller caller, String id, CyclicBarrier start) throws Exception {
        start.await();
        try {
            m.declarations.confirm(caller, id);
            return true;
        } catch (Conflict e) {
            return false;
        }
    }

    @OnEachDatabase
    void hostileFilesAreRefused(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String group = m.teachers();
        school.screening.refuse("danh-sach", "BC.4.4", "screening.virus");
        assertThatThrownBy(() -> m.read(school.vice, group, "Lan")).isInstanceOf(Refused.class);
        String other = school.attachments
                .receive(school.vice, "x.csv", "\n;;\n1;2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .id();
        assertThatThrownBy(() -> m.declarations.read(school.vice, group, other, ""))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.fields().get(0).code()).isEqualTo("group.list-empty"));
        String many = school.attachments
                .receive(school.vice, "y.csv", "Lan\n".repeat(3001).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .id();
        assertThatThrownBy(() -> m.declarations.read(school.vice, group, many, ""))
                .isInstanceOf(Invalid.class);
        String formula = school.attachments
                .receive(
                        school.vice,
                        "z.csv",
                        "=cmd|'/C calc'!A0;0912345601\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .id();
        String id = m.declarations.read(school.vice, group, formula, "");
        assertThat(lines(m, school.vice, id).get(0).personId()).contains(SchoolFixture.TEACHER);
    }

    private static LocalDate day(MembersFixture m) {
        return vn.quyche.core.api.VietnamTime.today(m.school.clock);
    }

    private static Attestation standing(MembersFixture m, String group) {
        return m.declarations.attestation(m.school.vice, group).orElseThrow();
    }

    private static List<DeclaredLine> lines(MembersFixture m, Caller caller, String id) {
        return m.declarations
                .lines(caller, id, Optional.empty(), false, PageRequest.first())
                .items();
    }
}
