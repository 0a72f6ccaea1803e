package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Decision;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.conduct.CaseKind;
import vn.quyche.group.api.conduct.CaseState;
import vn.quyche.group.api.conduct.Conduct;
import vn.quyche.group.api.conduct.ConductCase;
import vn.quyche.group.api.conduct.NewCase;
import vn.quyche.group.api.conduct.Outcome;
import vn.quyche.group.internal.duty.ConductEvidence;
import vn.quyche.group.internal.store.JpaConductStore;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaPostingStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestDatabase;

class DefaultConductTest {

    @OnEachDatabase
    @Regulated({"BC.6.6", "BC.6.7", "BC.6.9", "BC.6.12"})
    void leadersSettleWhatMembersBring(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        Conduct conduct = conduct(school);
        String group = school.schoolGroup();

        for (NewCase entered : List.of(
                of(CaseKind.INCIDENT, group, "IMPOSTOR_GROUP"),
                of(CaseKind.CHANGE, group, "AVATAR"),
                of(CaseKind.SUGGESTION, group, ""))) {
            String id = conduct.report(school.teacher, entered, "");
            assertThatThrownBy(() -> conduct.settle(school.teacher, id, true, "Tự duyệt"))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> conduct.get(school.otherTeacher, id)).isInstanceOf(NotFound.class);
            conduct.measure(school.principal, id, "Đã xem");
            assertThat(conduct.settle(school.principal, id, true, "Đồng ý").state())
                    .isEqualTo(CaseState.SETTLED);
            assertThatThrownBy(() -> conduct.settle(school.principal, id, false, "Lần nữa"))
                    .isInstanceOf(Conflict.class);
            assertThat(conduct.list(school.teacher, Conduct.Query.of(entered.kind()), PageRequest.first())
                            .items())
                    .extracting(ConductCase::id)
                    .containsExactly(id);
        }
        assertThat(school.duties.all()).noneMatch(duty -> duty.state() == Duty.State.OPEN);
    }

    @OnEachDatabase
    @Regulated({"BC.6.7", "BC.6.11"})
    void aLateCaseIsToldToTheHeadsOfTheSchoolAndNeverToWhomItIsAbout(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        Conduct conduct = conduct(school);
        String group = school.schoolGroup();
        conduct.report(school.teacher, of(CaseKind.INCIDENT, group, "IMPOSTOR_GROUP"), "");
        conduct.report(
                school.teacher,
                new NewCase(
                        CaseKind.INCIDENT,
                        group,
                        "IMPOSTOR_GROUP",
                        Optional.of(SchoolFixture.PRINCIPAL),
                        Optional.empty(),
                        "Nội dung",
                        List.of()),
                "");

        assertThat(school.laid)
                .extracting(NewDuty::personId, NewDuty::escalations, NewDuty::remindBefore)
                .containsExactly(
                        tuple(
                                SchoolFixture.PRINCIPAL,
                                List.of(Escalation.toPerson(SchoolFixture.PRINCIPAL)),
                                List.of(Duration.ofHours(4))),
                        tuple(
                                SchoolFixture.VICE,
                                List.of(Escalation.toPerson(SchoolFixture.VICE)),
                                List.of(Duration.ofHours(4))));
    }

    @OnEachDatabase
    @Regulated("BC.6.11")
    void aViolationIsStoppedAnsweredFoundAndHandedToThePrincipalWithoutNamingTheReporter(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        Conduct conduct = conduct(school);
        school.regulations.with(new Clause("BC.6.8", "group", Clause.Kind.LIMIT, "", "", "Điều 6 khoản 8"));
        school.access.grant(school.principal, "group:judge");
        String group = school.schoolGroup();
        Caller reported = school.otherTeacher;
        NewCase entered = new NewCase(
                CaseKind.VIOLATION,
                group,
                "BC.6.8",
                Optional.of(SchoolFixture.OTHER_TEACHER),
                Optional.empty(),
                "Đăng hơn mười ảnh",
                List.of());
        String id = conduct.report(school.teacher, entered, "");

        assertThatThrownBy(() -> conduct.get(reported, id)).isInstanceOf(NotFound.class);
        assertThat(school.duties.all()).extracting(Duty::personId).containsExactly(SchoolFixture.PRINCIPAL);
        conduct.askStop(school.principal, id, "Dừng ngay");
        assertThat(conduct.get(reported, id).reporterId()).isEmpty();
        assertThat(conduct.get(reported, id).reporterName()).isEmpty();
        conduct.answer(reported, id, "Sẽ xóa bớt");
        assertThatThrownBy(() -> conduct.find(reported, id, false, "Không có")).isInstanceOf(Refused.class);
        conduct.find(school.principal, id, true, "Đúng");
        conduct.decide(school.principal, id, Outcome.HANDED_OVER, 0, "Chuyển hiệu trưởng");
        ConductCase settled = conduct.decide(school.principal, id, Outcome.POSTING_WITHDRAWN, 7, "Dừng đăng bảy ngày");

        assertThat(settled.state()).isEqualTo(CaseState.SETTLED);
        assertThat(settled.postingUntil()).contains(LocalDate.of(2026, 10, 11));
        assertThat(settled.steps()).hasSize(5);
        assertThat(conduct.list(
                                school.principal,
                                new Conduct.Query(
                                        CaseKind.VIOLATION,
                                        Optional.of(group),
                                        Optional.of(CaseState.SETTLED),
                                        Optional.of("BC.6.8"),
                                        Optional.of("muoi anh"),
                                        false),
                                PageRequest.first().sorted("due"))
                        .items())
                .hasSize(1);
        assertThat(conduct.get(school.teacher, id).steps())
                .noneMatch(step -> step.text().equals("Sẽ xóa bớt"));
        assertThat(school.duties.all()).noneMatch(duty -> duty.state() == Duty.State.OPEN);
    }

    @OnEachDatabase
    @Regulated({"BC.6.11", "MT.12.1"})
    void whoseRightToPostIsWithdrawnIssuesNothingAndTheViolationCountsAgainstTheClause(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        Conduct conduct = conduct(school);
        school.regulations.with(new Clause("BC.6.8", "group", Clause.Kind.LIMIT, "", "", "Điều 6 khoản 8"));
        String group = school.schoolGroup();
        NewCase entered = new NewCase(
                CaseKind.VIOLATION,
                group,
                "BC.6.8",
                Optional.of(SchoolFixture.VICE),
                Optional.empty(),
                "Đăng hơn mười ảnh",
                List.of());
        String id = conduct.report(school.teacher, entered, "");
        conduct.find(school.principal, id, true, "Đúng");
        assertThat(school.groups.rights(school.vice, group).post()).isTrue();
        conduct.decide(school.principal, id, Outcome.POSTING_WITHDRAWN, 3, "Dừng đăng ba ngày");

        assertThat(school.groups.rights(school.vice, group).post()).isFalse();

        assertThatThrownBy(() -> school.directives.issueNow(school.vice, school.newDirective(group, "Họp"), ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("group.posting-withdrawn");
        LocalDate day = LocalDate.of(2026, 10, 5);
        assertThat(new ConductEvidence(new JpaConductStore(school.unit.jpa())).counts(day, day, school.clock.instant()))
                .extracting(EvidenceCount::clause, EvidenceCount::violations, EvidenceCount::kept)
                .containsExactlyInAnyOrder(tuple("BC.6.8", 1L, 0L), tuple("BC.6.11", 0L, 1L));
    }

    @OnEachDatabase
    @Regulated({"BC.6.7", "BC.6.11"})
    void onlyMembersAndTheOfficeReportAndOnlyInActiveGroups(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        Conduct conduct = conduct(school);
        String group = school.schoolGroup();
        String party = school.groups.register(
                school.principal, school.newGroup("Nhóm chi bộ", MemberRule.units(SchoolFixture.PARTY)), "");
        NewCase entered = of(CaseKind.INCIDENT, party, "OTHER");

        assertThat(conduct.groups(school.clerk)).extracting(MessagingGroup::id).containsExactly(group);
        assertThatThrownBy(() -> conduct.report(school.clerk, entered, ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("group.not-a-member");
        school.access.grant(school.clerk, "group:conduct");
        assertThat(conduct.groups(school.clerk)).hasSize(2);
        assertThat(conduct.report(school.clerk, entered, "")).isNotEmpty();
        school.groups.dissolve(
                school.principal,
                group,
                1,
                new Decision("25/QĐ-THHS", LocalDate.of(2026, 10, 1), "Trần Thị Ngọc Lan"),
                "Hết việc");
        assertThatThrownBy(() -> conduct.report(school.teacher, of(CaseKind.SUGGESTION, group, ""), ""))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("group.dissolved");
        assertThat(conduct.groups(school.teacher)).isEmpty();
    }

    @OnEachDatabase
    @Regulated("BC.6.7")
    void thePrincipalIsToldOfLostDataAndTheReporterOfTheEnd(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        Conduct conduct = conduct(school);
        String group = school.schoolGroup();
        conduct.report(school.teacher, of(CaseKind.INCIDENT, group, "OTHER"), "");
        assertThat(school.notices.sent()).isEmpty();

        String id = conduct.report(school.teacher, of(CaseKind.INCIDENT, group, "DATA_LEAK"), "");
        assertThat(school.notices.sent())
                .extracting(NewNotice::personId, NewNotice::link)
                .containsExactly(tuple(SchoolFixture.PRINCIPAL, "/group/conduct/" + id));
        assertThat(school.duties.all()).extracting(Duty::link).contains("/group/conduct/" + id);
        conduct.measure(school.principal, id, "Đã gỡ bài");
        assertThat(school.notices.sentTo(SchoolFixture.TEACHER)).isEmpty();
        conduct.settle(school.principal, id, true, "Đã xử lý");
        assertThat(school.notices.sentTo(SchoolFixture.TEACHER))
                .extracting(NewNotice::link)
                .containsExactly("/group/conduct/" + id);
    }

    @OnEachDatabase
    void filesGoWithACaseThatIsBroughtOnlyOnce(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        Conduct conduct = conduct(school);
        String[] pictures = school.pictures(school.teacher, 2);
        NewCase entered = new NewCase(
                CaseKind.SUGGESTION,
                school.schoolGroup(),
                "",
                Optional.empty(),
                Optional.empty(),
                "Nên có lịch đăng",
                List.of(pictures));
        String id = conduct.report(school.teacher, entered, "k1");

        assertThat(conduct.report(school.teacher, entered, "k1")).isEqualTo(id);
        assertThat(conduct.list(school.teacher, Conduct.Query.of(CaseKind.SUGGESTION), PageRequest.first())
                        .items())
                .hasSize(1);
        assertThat(school.duties.all()).hasSize(1);
        assertThat(conduct.files(school.principal, id))
                .extracting(Attachment::id)
                .containsExactly(pictures);
        assertThatThrownBy(() -> conduct.files(school.otherTeacher, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> conduct.report(school.teacher, entered, "k2")).isInstanceOf(Conflict.class);
        assertThat(conduct.list(school.teacher, Conduct.Query.of(CaseKind.SUGGESTION), PageRequest.first())
                        .items())
                .hasSize(1);
    }

    @OnEachDatabase
    @Regulated("BC.6.11")
    void ofTwoWhoDecideAtOnceOneIsTold(TestDatabase db) throws Exception {
        SchoolFixture school = new SchoolFixture(db);
        Conduct conduct = conduct(school);
        school.access.grant(school.clerk, "group:judge");
        String id = conduct.report(school.teacher, of(CaseKind.SUGGESTION, school.schoolGroup(), ""), "");
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<String> results = new ArrayList<>();
        try {
            for (Future<String> result : both.invokeAll(List.<Callable<String>>of(
                    () -> settle(conduct, school.principal, id, together),
                    () -> settle(conduct, school.clerk, id, together)))) {
                results.add(result.get());
            }
        } finally {
            both.shutdown();
        }

        assertThat(results).containsExactlyInAnyOrder("SETTLED", "group.case-state");
        assertThat(conduct.get(school.teacher, id).steps()).hasSize(1);
        assertThat(school.notices.sentTo(SchoolFixture.TEACHER)).hasSize(1);
    }

    @OnEachDatabase
    @Regulated("BC.6.11")
    void evidenceHasALineForWhatWasFoundAndForWhatWasClosed(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        Conduct conduct = conduct(school);
        school.regulations.with(new Clause("BC.6.8", "group", Clause.Kind.LIMIT, "", "", "Điều 6 khoản 8"));
        String group = school.schoolGroup();
        NewCase entered = new NewCase(
                CaseKind.VIOLATION,
                group,
                "BC.6.8",
                Optional.of(SchoolFixture.VICE),
                Optional.empty(),
                "Đăng hơn mười ảnh",
                List.of());
        ConductEvidence evidence = new ConductEvidence(new JpaConductStore(school.unit.jpa()));
        assertThat(evidence.firstDay()).isEmpty();
        String first = conduct.report(school.teacher, entered, "");
        conduct.find(school.principal, first, true, "Đúng");
        conduct.decide(school.principal, first, Outcome.REMINDER, 0, "Nhắc");
        school.clock.advance(Duration.ofMinutes(5));
        String second = conduct.report(school.teacher, entered, "");
        conduct.find(school.principal, second, false, "Không phải");

        assertThat(evidence.firstDay()).contains(LocalDate.of(2026, 10, 5));
        assertThat(evidence.lines(query("BC.6.8", Optional.empty(), Optional.empty())))
                .extracting(Evidence::kind, Evidence::id)
                .containsExactly(tuple(Evidence.Kind.VIOLATION, "VIOLATION:" + first));
        List<Evidence> closed = evidence.lines(query("BC.6.11", Optional.empty(), Optional.empty()));
        assertThat(closed).extracting(Evidence::id).containsExactly("KEPT:" + second, "KEPT:" + first);
        assertThat(evidence.lines(query(
                        "BC.6.11",
                        Optional.of(Evidence.Kind.KEPT),
                        Optional.of(new EvidenceQuery.Place(
                                closed.get(0).at(), closed.get(0).id())))))
                .extracting(Evidence::id)
                .containsExactly("KEPT:" + first);
        assertThat(evidence.lines(query("BC.6.11", Optional.of(Evidence.Kind.MISSED), Optional.empty())))
                .isEmpty();
        assertThat(closed)
                .noneMatch(line -> line.text().contains("Vinh") || line.text().contains("ảnh"));
    }

    private static EvidenceQuery query(
            String clause, Optional<Evidence.Kind> kind, Optional<EvidenceQuery.Place> before) {
        LocalDate day = LocalDate.of(2026, 10, 5);
        return new EvidenceQuery(clause, VietnamTime.startOf(day), VietnamTime.endOf(day), kind, before, 10);
    }

    private static String settle(Conduct conduct, Caller caller, String id, CyclicBarrier together) throws Exception {
        together.await(10, TimeUnit.SECONDS);
        try {
            return conduct.settle(caller, id, true, "Đồng ý").state().name();
        } catch (Conflict slower) {
            return slower.code();
        }
    }

    private static NewCase of(CaseKind kind, String group, String topic) {
        return new NewCase(kind, group, topic, Optional.empty(), Optional.empty(), "Nội dung", List.of());
    }

    static Conduct conduct(SchoolFixture school) {
        return conduct(school, new LaidDuties(school.duties, school.laid));
    }

    static Conduct conduct(SchoolFixture school, Duties duties) {
        school.regulations
                .with("group.violation-within", "PT72H")
                .with("group.incident-within", "PT24H")
                .with("group.request-within", "PT120H");
        for (Caller caller :
                List.of(school.principal, school.vice, school.clerk, school.teacher, school.otherTeacher)) {
            school.access.grantOwn(caller, "group:report");
        }
        JpaGroupStore groups = new JpaGroupStore(school.unit.jpa());
        return new DefaultConduct(
                school.acts,
                school.access,
                new JpaConductStore(school.unit.jpa()),
                new JpaPostingStore(school.unit.jpa()),
                groups,
                new GroupSight(
                        groups,
                        new vn.quyche.group.internal.store.JpaHandedStore(school.unit.jpa()),
                        school.directory,
                        school.access,
                        school.clock),
                school.directory,
                school.screening,
                school.attachments,
                school.regulations,
                duties,
                school.notices,
                new SequentialIds(),
                school.clock);
    }
}
