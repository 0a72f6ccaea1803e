package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Refused;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.Decision;
import vn.quyche.group.api.GroupDecision;
import vn.quyche.group.api.GroupDisposition;
import vn.quyche.group.api.GroupEdition;
import vn.quyche.group.api.GroupKind;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.ListedGroup;
import vn.quyche.group.api.LookAlike;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.NewGroup;
import vn.quyche.group.api.NewGroupDecision;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.Recognition;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestDatabase;

class DefaultRecognitionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    @OnEachDatabase
    @Regulated({"TB.1", "TB.3"})
    void answersForAnyDayWhatWasOfficialAndUnderWhichName(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = school.schoolGroup();
        school.recognition.decide(school.principal, id, 1, rename("Hội đồng giáo viên", LocalDate.of(2026, 9, 10)));
        school.recognition.decide(
                school.principal, id, 2, decision(GroupDisposition.DISBAND, LocalDate.of(2026, 9, 20)));

        assertThat(namesOn(school, LocalDate.of(2026, 8, 31))).isEmpty();
        assertThat(namesOn(school, LocalDate.of(2026, 9, 1))).containsExactly("Hội đồng sư phạm");
        assertThat(namesOn(school, LocalDate.of(2026, 9, 9))).containsExactly("Hội đồng sư phạm");
        assertThat(namesOn(school, LocalDate.of(2026, 9, 10))).containsExactly("Hội đồng giáo viên");
        assertThat(namesOn(school, LocalDate.of(2026, 9, 19))).containsExactly("Hội đồng giáo viên");
        assertThat(namesOn(school, LocalDate.of(2026, 9, 20))).isEmpty();
        assertThat(school.recognition.officialOn(school.principal, id, LocalDate.of(2026, 9, 15)))
                .isPresent();
        assertThat(school.recognition.officialOn(school.principal, id, TODAY)).isEmpty();
        assertThat(school.groups.get(school.principal, id).status()).isEqualTo(GroupStatus.DISSOLVED);
        school.access.grant(school.principal, "group:collect");
        assertThat(school.groups
                        .collect(school.principal, LocalDate.of(2026, 9, 5), PageRequest.first())
                        .items())
                .extracting(ListedGroup::name)
                .containsExactly("Hội đồng sư phạm");
    }

    @OnEachDatabase
    @Regulated({"TB.1", "TB.3"})
    void aDecisionOfALaterDayTakesEffectOnIt(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = school.schoolGroup();
        LocalDate day = TODAY.plusDays(10);
        MessagingGroup waiting = school.recognition.decide(school.principal, id, 1, rename("Hội đồng mới", day));

        assertThat(waiting.name()).isEqualTo("Hội đồng sư phạm");
        assertThat(school.recognition.pending(school.teacher, id)).isPresent();
        assertThat(namesOn(school, TODAY)).containsExactly("Hội đồng sư phạm");
        assertThat(namesOn(school, day)).containsExactly("Hội đồng mới");
        assertThatThrownBy(() -> school.recognition.decide(
                        school.principal, id, waiting.version(), decision(GroupDisposition.KEEP, TODAY)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("group.decision-pending");
        // the name is spoken for
        assertThatThrownBy(() -> school.groups.register(
                        school.principal, school.newGroup("hội đồng mới", MemberRule.everybody()), ""))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("group.name-taken");
        school.decisionsDue.run();
        assertThat(school.groups.get(school.principal, id).name()).isEqualTo("Hội đồng sư phạm");

        school.clock.set(VietnamTime.startOf(day));
        assertThat(school.acts.events()).extracting(event -> event.type()).doesNotContain("group.group-decided.v1");
        school.decisionsDue.run();
        school.decisionsDue.run();
        assertThat(school.groups.get(school.principal, id).name()).isEqualTo("Hội đồng mới");
        assertThat(school.recognition.pending(school.teacher, id)).isEmpty();
        assertThat(school.acts.events())
                .filteredOn(event -> event.type().equals("group.group-decided.v1"))
                .hasSize(1);
        assertThat(namesOn(school, day.minusDays(1))).containsExactly("Hội đồng sư phạm");
    }

    @OnEachDatabase
    @Regulated("TB.3")
    void aDecisionMayBeTakenBackBeforeItsDay(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = school.schoolGroup();
        LocalDate day = TODAY.plusDays(10);
        long version = school.recognition
                .decide(school.principal, id, 1, decision(GroupDisposition.DISBAND, day))
                .version();
        assertThat(namesOn(school, day)).isEmpty();
        assertThatThrownBy(() -> school.recognition.withdraw(school.teacher, id, version, "Vì"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> school.recognition.withdraw(school.principal, id, 1, "Vì"))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> school.recognition.withdraw(school.principal, id, version, " "))
                .isInstanceOf(Invalid.class);

        MessagingGroup kept = school.recognition.withdraw(school.principal, id, version, "Còn cần đến hết năm học");
        assertThat(namesOn(school, day)).containsExactly("Hội đồng sư phạm");
        assertThat(school.recognition
                        .decisions(
                                school.principal,
                                Recognition.Query.of(id),
                                PageRequest.first().sorted("effective"))
                        .items())
                .last()
                .satisfies(decision -> {
                    assertThat(decision.withdrawnReason()).isEqualTo("Còn cần đến hết năm học");
                    assertThat(decision.pending()).isFalse();
                });
        assertThatThrownBy(() -> school.recognition.withdraw(school.principal, id, kept.version(), "Lần nữa"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("group.no-pending");
        // and something else can be decided at once, also for the same day
        school.recognition.decide(school.principal, id, kept.version(), rename("Hội đồng mới", day));
        school.clock.set(VietnamTime.startOf(day));
        school.decisionsDue.run();
        assertThat(namesOn(school, day)).containsExactly("Hội đồng mới");
        assertThat(namesOn(school, day.minusDays(1))).containsExactly("Hội đồng sư phạm");
    }

    @OnEachDatabase
    @Regulated({"BC.0.1", "TB.1"})
    void theListOfADaySaysWhoLedThenAndWhoBelonged(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = school.schoolGroup();
        LocalDate later = TODAY.plusDays(3);
        school.clock.set(VietnamTime.startOf(later));
        NewGroup led = school.newGroup("Hội đồng sư phạm", MemberRule.posts(Post.TEACHER));
        school.groups.change(
                school.principal,
                id,
                1,
                new NewGroup(
                        led.name(),
                        led.kind(),
                        led.platform(),
                        led.purpose(),
                        led.rule(),
                        List.of(Appointment.post(GroupRole.OWNER, Post.VICE_PRINCIPAL)),
                        led.establishing(),
                        led.link(),
                        led.endsOn()));
        school.access.grant(school.principal, "group:collect");

        assertThat(leaderOn(school, TODAY)).contains("Trần Thị Ngọc Lan");
        assertThat(leaderOn(school, later)).contains("Lê Quang Vinh").doesNotContain("Ngọc Lan");
        Page<GroupEdition> latest = school.recognition.editions(school.teacher, id, PageRequest.first(1));
        assertThat(latest.items()).singleElement().satisfies(edition -> {
            assertThat(edition.rule().posts()).containsExactly(Post.TEACHER);
            assertThat(edition.since()).isEqualTo(VietnamTime.startOf(later));
        });
        assertThat(school.recognition
                        .editions(school.teacher, id, new PageRequest(5, latest.next()))
                        .items())
                .singleElement()
                .satisfies(edition -> assertThat(edition.rule().allStaff()).isTrue());
    }

    private static String leaderOn(SchoolFixture school, LocalDate day) {
        return school.groups
                .collect(school.principal, day, PageRequest.first())
                .items()
                .get(0)
                .leader();
    }

    @OnEachDatabase
    @Regulated("TB.3")
    void movesAndMergesAndKeepsTheRecords(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String target = school.schoolGroup();
        String id =
                school.groups.register(school.principal, school.newGroup("Tổ Văn phòng", MemberRule.everybody()), "");
        school.recognition.decide(
                school.principal,
                id,
                1,
                new NewGroupDecision(
                        GroupDisposition.MIGRATE_PLATFORM,
                        "Trường THHS",
                        document(LocalDate.of(2026, 9, 10)),
                        "Thống nhất một ứng dụng",
                        LocalDate.of(2026, 9, 10),
                        Optional.empty(),
                        Optional.of(Platform.VIBER),
                        Optional.empty(),
                        Optional.empty(),
                        ""));
        assertThatThrownBy(() -> school.recognition.decide(school.principal, id, 2, merge(id)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("group.merge-target");

        MessagingGroup merged = school.recognition.decide(school.principal, id, 2, merge(target));

        assertThat(merged.status()).isEqualTo(GroupStatus.MERGED);
        assertThat(school.groups.get(school.principal, id).platform()).isEqualTo(Platform.VIBER);
        assertThat(history(school, id))
                .extracting(GroupDecision::disposition, GroupDecision::platform, GroupDecision::into)
                .containsExactly(
                        tuple(GroupDisposition.RECOGNISE, Platform.ZALO, Optional.empty()),
                        tuple(GroupDisposition.MIGRATE_PLATFORM, Platform.VIBER, Optional.empty()),
                        tuple(GroupDisposition.MERGE, Platform.VIBER, Optional.of(target)));
        // the name is free again
        assertThat(school.groups.register(
                        school.principal, school.newGroup("Tổ Văn phòng", MemberRule.everybody()), ""))
                .isNotEqualTo(id);
        assertThatThrownBy(() ->
                        school.recognition.decide(school.principal, id, 3, decision(GroupDisposition.KEEP, TODAY)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("group.not-decidable");
    }

    @OnEachDatabase
    @Regulated({"TB.2", "TB.3"})
    void recognisesOrRefusesWhatWasProposed(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        school.schoolGroup();
        NewGroup alike = school.newGroup("H\u043ei d\u043eng su ph\u0430m", MemberRule.everybody());
        String id = school.recognition.propose(school.principal, alike, "Cần trao đổi", "");
        assertThat(school.groups.get(school.principal, id).status()).isEqualTo(GroupStatus.PROPOSED);
        assertThat(namesOn(school, TODAY)).containsExactly("Hội đồng sư phạm");

        assertThat(school.recognition.lookAlikes(school.principal, alike.name(), id))
                .extracting(LookAlike::code)
                .containsExactly("N01");
        NewGroupDecision recognise = decision(GroupDisposition.RECOGNISE, TODAY);
        assertThatThrownBy(() -> school.recognition.decide(school.principal, id, 1, recognise))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.clause()).contains("TB.2"));
        MessagingGroup recognised =
                school.recognition.decide(school.principal, id, 1, confirmed(recognise, "Nhóm song ngữ"));
        assertThat(recognised.status()).isEqualTo(GroupStatus.ACTIVE);
        assertThat(recognised.establishing().number()).isEqualTo("31/QĐ-THHS");
        assertThat(history(school, id))
                .extracting(GroupDecision::lookAlikeReason)
                .containsExactly("Nhóm song ngữ");

        String other = school.recognition.propose(
                school.principal, school.newGroup("Hội đồng sư phạm", MemberRule.everybody()), "Trùng", "");
        assertThatThrownBy(() -> school.recognition.decide(school.principal, other, 1, confirmed(recognise, "Cứ dùng")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("group.name-taken");
        school.recognition.decide(school.principal, other, 1, decision(GroupDisposition.REFUSE, TODAY));
        assertThat(school.groups.get(school.principal, other).status()).isEqualTo(GroupStatus.REFUSED);
        assertThat(namesOn(school, TODAY)).hasSize(2);
    }

    @OnEachDatabase
    @Regulated("TB.2")
    void asksForAReasonBeforeALookAlikeIsRegistered(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        school.schoolGroup();
        NewGroup alike = school.newGroup("Hội đồng sư-phạm", MemberRule.everybody());

        assertThatThrownBy(() -> school.groups.register(school.principal, alike, ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("group.looks-alike");
        assertThat(school.groups.register(school.principal, alike, "Hai điểm trường", ""))
                .isNotEmpty();
    }

    @OnEachDatabase
    @Regulated("TB.3")
    void changesNameAndApplicationByDecisionAlone(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = school.schoolGroup();

        assertThatThrownBy(() -> school.groups.change(
                        school.principal, id, 1, school.newGroup("Tên khác", MemberRule.everybody())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("group.change-by-decision");
    }

    @OnEachDatabase
    void refusesDaysThatCannotBe(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = school.schoolGroup();

        assertInvalid(school, id, decision(GroupDisposition.KEEP, TODAY.plusDays(367)), "effectiveOn");
        assertInvalid(school, id, decision(GroupDisposition.KEEP, LocalDate.of(2026, 8, 1)), "effectiveOn");
        assertInvalid(school, id, decision(GroupDisposition.RENAME, TODAY), "name");
        assertInvalid(school, id, decision(GroupDisposition.MIGRATE_PLATFORM, TODAY), "platform");
        assertInvalid(school, id, decision(GroupDisposition.MERGE, TODAY), "into");
        assertThatThrownBy(
                        () -> school.recognition.decide(school.teacher, id, 1, decision(GroupDisposition.KEEP, TODAY)))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void letsOneOfTwoWhoDecideAtOnceHaveIt(TestDatabase db) throws Exception {
        SchoolFixture school = new SchoolFixture(db);
        String id = school.schoolGroup();
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService leaders = Executors.newFixedThreadPool(2);
        try {
            Future<String> one =
                    leaders.submit(() -> attempt(school, start, id, decision(GroupDisposition.DISBAND, TODAY)));
            Future<String> other = leaders.submit(() -> attempt(school, start, id, rename("Tên khác", TODAY)));

            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder("done", "core.changed-meanwhile");
        } finally {
            leaders.shutdownNow();
        }
        assertThat(history(school, id)).hasSize(2);
    }

    @OnEachDatabase
    @Regulated("BC.0.2")
    void aTemporaryGroupEndsUnlessItIsKept(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        NewGroup plain = school.newGroup("Ban tổ chức hội khỏe", MemberRule.everybody());
        NewGroup temporary = new NewGroup(
                plain.name(),
                GroupKind.TEMPORARY,
                plain.platform(),
                plain.purpose(),
                plain.rule(),
                plain.appointments(),
                plain.establishing(),
                "",
                Optional.of(TODAY.plusDays(10)));
        String id = school.groups.register(school.principal, temporary, "");
        school.ends.run();
        assertThat(school.duties.all()).isEmpty();

        school.clock.set(TODAY.plusDays(4));
        school.ends.run();
        school.ends.run();
        assertThat(school.duties.all())
                .extracting(Duty::kind, Duty::personId, Duty::state)
                .containsExactly(tuple("group.decide-end", SchoolFixture.PRINCIPAL, Duty.State.OPEN));

        school.clock.set(TODAY.plusDays(11));
        assertThat(namesOn(school, TODAY.plusDays(10))).hasSize(1);
        assertThat(namesOn(school, TODAY.plusDays(11))).isEmpty();
        assertThatThrownBy(() -> school.directives.issueNow(school.principal, school.newDirective(id, "Họp"), ""))
                .isInstanceOf(QuycheException.class);

        NewGroupDecision keep = decision(GroupDisposition.KEEP, TODAY.plusDays(11));
        assertInvalid(school, id, keep, "endsOn");
        school.recognition.decide(school.principal, id, 1, until(keep, TODAY.plusDays(20)));
        assertThat(namesOn(school, TODAY.plusDays(11))).hasSize(1);
        assertThat(school.duties.all()).extracting(Duty::state).containsExactly(Duty.State.DONE);
    }

    @OnEachDatabase
    @Regulated("TB.3")
    void decisionsArePagedFilteredAndSorted(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = school.schoolGroup();
        for (int day = 1; day <= 4; day++) {
            school.recognition.decide(
                    school.principal, id, day, decision(GroupDisposition.KEEP, LocalDate.of(2026, 9, 10 + day)));
        }
        Recognition.Query newest = new Recognition.Query(Optional.empty(), Optional.empty(), Optional.empty());

        Page<GroupDecision> first = school.recognition.decisions(school.principal, newest, PageRequest.first(3));
        Page<GroupDecision> second =
                school.recognition.decisions(school.principal, newest, new PageRequest(3, first.next()));

        assertThat(first.items()).extracting(GroupDecision::place).containsExactly(5, 4, 3);
        assertThat(second.items()).extracting(GroupDecision::place).containsExactly(2, 1);
        assertThat(history(school, id)).extracting(GroupDecision::place).containsExactly(1, 2, 3, 4, 5);
        Pages.refusesNonsense("effective", page -> school.recognition.decisions(school.principal, newest, page));
        Recognition.Query recognised = new Recognition.Query(
                Optional.of("hoi dong"), Optional.of(GroupDisposition.RECOGNISE), Optional.empty());
        assertThat(school.recognition
                        .decisions(school.principal, recognised, PageRequest.first())
                        .items())
                .extracting(GroupDecision::place)
                .containsExactly(1);
        assertThat(school.recognition
                        .decisions(school.otherTeacher, Recognition.Query.of("nowhere"), PageRequest.first())
                        .items())
                .isEmpty();
    }

    private static String attempt(SchoolFixture school, CyclicBarrier start, String id, NewGroupDecision decision)
            throws Exception {
        start.await();
        try {
            school.recognition.decide(school.principal, id, 1, decision);
            return "done";
        } catch (QuycheException e) {
            return e.code();
        }
    }

    private static void assertInvalid(SchoolFixture school, String id, NewGroupDecision decision, String field) {
        assertThatThrownBy(() -> school.recognition.decide(school.principal, id, 1, decision))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(wrong -> wrong.field())
                                .contains(field));
    }

    private static List<String> namesOn(SchoolFixture school, LocalDate day) {
        return school
                .recognition
                .officialOn(school.principal, day, Optional.empty(), PageRequest.first())
                .items()
                .stream()
                .map(GroupDecision::name)
                .toList();
    }

    private static List<GroupDecision> history(SchoolFixture school, String id) {
        return school.recognition
                .decisions(
                        school.principal,
                        Recognition.Query.of(id),
                        PageRequest.first().sorted("effective"))
                .items();
    }

    private static Decision document(LocalDate day) {
        return new Decision("31/QĐ-THHS", day.isAfter(TODAY) ? TODAY : day, "Trần Thị Ngọc Lan");
    }

    private static NewGroupDecision decision(GroupDisposition disposition, LocalDate day) {
        return of(disposition, day, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    private static NewGroupDecision rename(String name, LocalDate day) {
        return of(GroupDisposition.RENAME, day, Optional.of(name), Optional.empty(), Optional.empty(), "");
    }

    private static NewGroupDecision merge(String into) {
        return of(GroupDisposition.MERGE, TODAY, Optional.empty(), Optional.of(into), Optional.empty(), "");
    }

    private static NewGroupDecision confirmed(NewGroupDecision decision, String why) {
        return of(
                decision.disposition(),
                decision.effectiveOn(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                why);
    }

    private static NewGroupDecision until(NewGroupDecision decision, LocalDate last) {
        return of(
                decision.disposition(),
                decision.effectiveOn(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(last),
                "");
    }

    private static NewGroupDecision of(
            GroupDisposition disposition,
            LocalDate day,
            Optional<String> name,
            Optional<String> into,
            Optional<LocalDate> endsOn,
            String alike) {
        return new NewGroupDecision(
                disposition,
                "Trường THHS",
                document(day),
                "Theo nhu cầu công việc",
                day,
                name,
                Optional.empty(),
                into,
                endsOn,
                alike);
    }
}
