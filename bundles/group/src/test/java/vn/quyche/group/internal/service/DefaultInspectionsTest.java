package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.Decision;
import vn.quyche.group.api.GroupDisposition;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.NewGroup;
import vn.quyche.group.api.NewGroupDecision;
import vn.quyche.group.api.inspection.Figure;
import vn.quyche.group.api.inspection.Finding;
import vn.quyche.group.api.inspection.Inspection;
import vn.quyche.group.api.inspection.InspectionReport;
import vn.quyche.group.api.inspection.Inspections;
import vn.quyche.group.api.inspection.Line;
import vn.quyche.group.api.inspection.NewFinding;
import vn.quyche.group.api.inspection.NewInspection;
import vn.quyche.group.api.inspection.PlannedInspection;
import vn.quyche.group.internal.duty.InspectionEvidence;
import vn.quyche.group.internal.job.InspectionsDue;
import vn.quyche.group.internal.store.JpaDecisionStore;
import vn.quyche.group.internal.store.JpaGroupHistoryStore;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaInspectionStore;
import vn.quyche.testkit.KeyMessages;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestDatabase;

class DefaultInspectionsTest {

    private static final PageRequest FIRST = PageRequest.first();

    private SchoolFixture school;
    private Inspections inspections;
    private InspectionPlanning planning;
    private JpaInspectionStore store;

    @OnEachDatabase
    @Regulated("BC.7.2")
    void figuresAreThoseOfThePeriodByTheRulesOfItsDays(TestDatabase db) {
        open(db);
        String group = school.schoolGroup();
        at("2026-10-05T09:00:00+07:00");
        school.groups.confirmJoined(
                school.principal, group, Set.of(SchoolFixture.PRINCIPAL, SchoolFixture.CLERK, SchoolFixture.TEACHER));
        String first = school.directives.issueNow(school.principal, school.newDirective(group, "Nộp báo cáo"), "");
        String second = school.directives.issueNow(school.principal, school.newDirective(group, "Trực tuần"), "");
        String taken = school.directives.issueNow(school.principal, school.newDirective(group, "Nhầm"), "");
        school.directives.pin(school.principal, first, "Quan trọng");
        school.directives.withdraw(school.principal, taken, "Gửi nhầm");
        school.directives.acknowledge(school.teacher, first);
        at("2026-10-07T09:00:00+07:00");
        school.directives.acknowledge(school.clerk, first);
        at("2026-10-20T09:00:00+07:00");
        school.groups.confirmGone(school.principal, group, Set.of(SchoolFixture.CLERK));
        school.directives.pin(school.principal, second, "Quan trọng");
        school.directives.unpin(school.principal, second);
        at("2026-11-02T09:00:00+07:00");
        change(group, MemberRule.posts(Post.PRINCIPAL), List.of(Appointment.post(GroupRole.OWNER, Post.PRINCIPAL)));
        school.groups.confirmGone(school.principal, group, Set.of(SchoolFixture.TEACHER));
        school.directives.acknowledge(school.vice, first);
        school.directory.left(SchoolFixture.OTHER_TEACHER, LocalDate.of(2026, 11, 1));

        String october = inspections.begin(school.clerk, period(group, "2026-10"), "");
        InspectionReport report = inspections.get(school.clerk, october);

        assertThat(report.asOf()).isEqualTo(Instant.parse("2026-10-31T17:00:00Z"));
        assertThat(report.figures())
                .containsEntry(Figure.MEMBERS, 2)
                .containsEntry(Figure.BELONGING, 5)
                .containsEntry(Figure.MISSING, 3)
                .containsEntry(Figure.SURPLUS, 0)
                .containsEntry(Figure.JOINED, 3)
                .containsEntry(Figure.GONE, 1)
                .containsEntry(Figure.ISSUED, 3)
                .containsEntry(Figure.CLOSED, 1)
                .containsEntry(Figure.RECEIPTS, 12)
                .containsEntry(Figure.FULFILLED, 2)
                .containsEntry(Figure.DUE, 8)
                .containsEntry(Figure.LATE, 1)
                .containsEntry(Figure.LATE_PEOPLE, 1)
                .containsEntry(Figure.OVERDUE, 6)
                .containsEntry(Figure.OVERDUE_PEOPLE, 4)
                .containsEntry(Figure.PINNED, 2)
                .containsEntry(Figure.PINS, 1)
                .containsEntry(Figure.PIN_LIMIT, 2)
                .containsEntry(Figure.VACANCIES, 0)
                .hasSize(Figure.values().length);
        assertThat(report.of(Line.Section.DIFFERENCE))
                .extracting(Line::subjectId, Line::word)
                .containsExactlyInAnyOrder(
                        tuple(SchoolFixture.CLERK, "MISSING"),
                        tuple(SchoolFixture.VICE, "MISSING"),
                        tuple(SchoolFixture.OTHER_TEACHER, "MISSING"));
        assertThat(report.of(Line.Section.CHANGE)).hasSize(4);
        assertThat(report.of(Line.Section.DIRECTIVE)).extracting(Line::word).contains("ISSUED", "WITHDRAWN");
        assertThat(report.of(Line.Section.PERSON))
                .extracting(Line::subjectId, Line::amount, Line::otherAmount)
                .contains(tuple(SchoolFixture.VICE, 2, 0), tuple(SchoolFixture.CLERK, 1, 1));

        at("2026-12-01T09:00:00+07:00");
        InspectionReport november =
                inspections.get(school.clerk, inspections.begin(school.clerk, period(group, "2026-11"), ""));
        assertThat(november.figures())
                .containsEntry(Figure.MEMBERS, 1)
                .containsEntry(Figure.BELONGING, 1)
                .containsEntry(Figure.MISSING, 0)
                .containsEntry(Figure.GONE, 1)
                .containsEntry(Figure.ISSUED, 0)
                .containsEntry(Figure.DUE, 0);
    }

    @OnEachDatabase
    @Regulated("BC.7.2")
    void periodsThatAreNotOverOrNoneAreRefused(TestDatabase db) {
        open(db);
        String group = school.schoolGroup();
        invalid("to", "group.period-reversed", () -> begin(group, "2026-09-30", "2026-09-01"));
        invalid("to", "group.period-in-future", () -> begin(group, "2026-10-01", "2026-10-06"));
        invalid(
                "period",
                "group.period-in-future",
                () -> inspections.begin(school.clerk, period(group, "2026-10"), ""));
        invalid("period", "group.period-unknown", () -> inspections.begin(school.clerk, period(group, "Tháng 9"), ""));
        invalid("from", "group.period-too-long", () -> begin(group, "2020-01-01", "2026-09-30"));
        invalid("from", "core.required", () -> inspections.begin(school.clerk, period(group, " "), ""));
        assertThatThrownBy(() -> inspections.begin(school.clerk, period(group, "2026-05"), ""))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("group.not-official-then");
        begin(group, "2026-09-01", "2026-10-05");
        assertThatThrownBy(() -> begin(group, "2026-09-01", "2026-10-05"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("group.inspection-exists");
        assertThatThrownBy(() -> inspections.begin(school.teacher, period(group, "2026-09"), ""))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    @Regulated("BC.7.2")
    void whatIsSignedIsFrozenSealedAndBecomesDutiesThatLeadersSettle(TestDatabase db) throws Exception {
        open(db);
        String group = school.schoolGroup();
        String id = begin(group, "2026-09-01", "2026-10-04");
        invalid("conclusion", "group.inspection-without-conclusion", () -> inspections.sign(school.clerk, id, 1));
        invalid("dueOn", "group.finding-due-before-today", () -> find(id, LocalDate.of(2026, 10, 4)));
        String dropped = find(id, LocalDate.of(2026, 10, 9));
        inspections.drop(school.clerk, id, dropped);
        String finding = find(id, LocalDate.of(2026, 10, 10));
        assertThatThrownBy(() -> inspections.conclude(school.clerk, id, 7, "Tốt"))
                .isInstanceOf(Conflict.class);
        inspections.conclude(school.clerk, id, 1, "Nhìn chung tốt");
        assertThatThrownBy(() -> inspections.remedy(school.principal, id, finding, "Xong"))
                .isInstanceOf(Conflict.class);

        Inspection signed = inspections.sign(school.clerk, id, 2);

        assertThat(signed.hash()).hasSize(64);
        assertThat(school.duties.all())
                .filteredOn(duty -> duty.kind().equals("group.remedy-finding"))
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.personId()).isEqualTo(SchoolFixture.PRINCIPAL);
                    assertThat(duty.clause()).isEqualTo("BC.7.2");
                    assertThat(duty.dueAt()).isEqualTo(Instant.parse("2026-10-10T17:00:00Z"));
                });
        for (ThrowingCallable change : List.<ThrowingCallable>of(
                () -> inspections.conclude(school.clerk, id, 3, "Khác"),
                () -> find(id, LocalDate.of(2026, 10, 20)),
                () -> inspections.drop(school.clerk, id, finding),
                () -> inspections.discard(school.clerk, id),
                () -> inspections.sign(school.clerk, id, 3))) {
            assertThatThrownBy(change).isInstanceOf(Conflict.class).hasMessageContaining("group.inspection-signed");
        }
        Map<Figure, Integer> before = inspections.get(school.clerk, id).figures();
        school.groups.confirmJoined(school.principal, group, Set.of(SchoolFixture.TEACHER));
        assertThat(inspections.get(school.clerk, id).figures()).isEqualTo(before);
        assertThat(inspections.get(school.clerk, id).intact()).isTrue();

        assertThatThrownBy(() -> inspections.get(school.teacher, id)).isInstanceOf(NotFound.class);
        assertThat(inspections.rights(school.principal, id)).isEqualTo(new Inspections.Rights(false, true));
        inspections.remedy(school.principal, id, finding, "Đã mời đủ người");
        assertThatThrownBy(() -> inspections.remedy(school.clerk, id, finding, "Lần nữa"))
                .isInstanceOf(Conflict.class);
        assertThat(school.duties.all())
                .filteredOn(duty -> duty.kind().equals("group.remedy-finding"))
                .extracting(Duty::state)
                .containsExactly(Duty.State.DONE);
        assertThat(inspections.get(school.clerk, id).intact()).isTrue();
        assertThat(list(school.clerk, true)).isEmpty();

        school.unit
                .jpa()
                .tx(em -> em.createNativeQuery("update q_group.inspection_figure set amount = 0")
                        .executeUpdate());
        assertThat(inspections.get(school.clerk, id).intact()).isFalse();
    }

    @OnEachDatabase
    @Regulated("BC.7.2")
    void leadersSeeTheSignedReportsOnTheirGroupsAndOthersNone(TestDatabase db) {
        open(db);
        String group = school.schoolGroup();
        String id = begin(group, "2026-09-01", "2026-10-04");
        school.access.revoke(school.principal, "group:inspections");
        assertThat(list(school.principal, false)).isEmpty();
        assertThatThrownBy(() -> inspections.get(school.principal, id)).isInstanceOf(NotFound.class);
        inspections.conclude(school.clerk, id, 1, "Tốt");
        inspections.sign(school.clerk, id, 2);
        assertThat(list(school.principal, false)).extracting(Inspection::id).containsExactly(id);
        assertThat(list(school.teacher, false)).isEmpty();
        assertThatThrownBy(() -> inspections.plan(school.principal, false, PageRequest.first()))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    @Regulated("BC.7.2")
    void ofSeveralWhoSignAtOnceOneSigns(TestDatabase db) throws Exception {
        open(db);
        String group = school.schoolGroup();
        String id = begin(group, "2026-09-01", "2026-10-04");
        find(id, LocalDate.of(2026, 10, 10));
        inspections.conclude(school.clerk, id, 1, "Tốt");
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier start = new CyclicBarrier(2);
            List<Future<Inspection>> signing = new ArrayList<>();
            for (Caller caller : List.of(school.clerk, school.principal)) {
                signing.add(people.submit(() -> {
                    start.await();
                    return inspections.sign(caller, id, 2);
                }));
            }
            int refused = 0;
            for (Future<Inspection> one : signing) {
                try {
                    one.get(30, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(Conflict.class);
                    refused++;
                }
            }
            assertThat(refused).isEqualTo(1);
        } finally {
            people.shutdownNow();
        }
        assertThat(inspections.get(school.clerk, id).intact()).isTrue();
        assertThat(school.duties.all())
                .filteredOn(duty -> duty.kind().equals("group.remedy-finding"))
                .hasSize(1);
    }

    @OnEachDatabase
    @Regulated("BC.7.2")
    void aGroupThatEndedInThePeriodIsInspectedUpToItsEndUnderItsNameOfThen(TestDatabase db) {
        open(db);
        String group = school.schoolGroup();
        school.groups.confirmJoined(school.principal, group, Set.of(SchoolFixture.TEACHER));
        at("2026-10-20T08:00:00+07:00");
        MessagingGroup now = school.groups.get(school.principal, group);
        school.recognition.decide(
                school.principal, group, now.version(), decision(GroupDisposition.RENAME, Optional.of("Tên mới")));
        school.recognition.decide(
                school.principal, group, now.version() + 1, decision(GroupDisposition.DISBAND, Optional.empty()));
        at("2026-11-10T08:00:00+07:00");

        InspectionReport october = inspections.get(school.clerk, begin(group, "2026-10-01", "2026-10-31"));

        assertThat(october.asOf()).isEqualTo(Instant.parse("2026-10-19T17:00:00Z"));
        assertThat(october.figures()).containsEntry(Figure.MEMBERS, 1).containsEntry(Figure.JOINED, 1);
        assertThat(october.inspection().groupName()).isEqualTo("Hội đồng sư phạm");
        assertThatThrownBy(() -> begin(group, "2026-11-01", "2026-11-10"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("group.not-official-then");
    }

    @OnEachDatabase
    void reportsAreListedFilteredSortedAndPaged(TestDatabase db) {
        open(db);
        String group = school.schoolGroup();
        String other =
                school.groups.register(school.principal, school.newGroup("Ban biên tập", MemberRule.everybody()), "");
        String first = begin(group, "2026-09-01", "2026-09-30");
        String second = begin(other, "2026-09-01", "2026-10-04");
        String third = begin(group, "2026-10-01", "2026-10-04");
        find(third, LocalDate.of(2026, 10, 10));

        assertThat(ids("-period", Optional.empty())).startsWith(third).hasSize(3);
        assertThat(ids("period", Optional.empty())).startsWith(first);
        assertThat(ids("group", Optional.empty())).startsWith(second);
        assertThat(ids("-group", Optional.empty())).endsWith(second);
        assertThat(ids("-made", Optional.empty())).startsWith(third);
        assertThat(ids("made", Optional.of("bien tap"))).containsExactly(second);
        assertThat(list(school.clerk, true)).extracting(Inspection::id).containsExactly(third);
        Pages.refusesNonsense("period", page -> inspections.list(school.clerk, Inspections.Query.ALL, page));
        assertThatThrownBy(() ->
                        inspections.list(school.clerk, Inspections.Query.ALL, new PageRequest(2, Optional.of("x"))))
                .isInstanceOf(Invalid.class);
    }

    @OnEachDatabase
    @Regulated("BC.7.2")
    void eachOfficialGroupComesUpAndTheOfficeOwesItsInspection(TestDatabase db) {
        open(db);
        String group = school.schoolGroup();
        InspectionsDue job = new InspectionsDue(planning, school.unit.tx(), school.clock);
        job.run();
        assertThat(planDuties()).isEmpty();
        assertThat(plan())
                .extracting(PlannedInspection::groupId, PlannedInspection::dueOn, PlannedInspection::late)
                .containsExactly(tuple(group, LocalDate.of(2027, 3, 1), false));

        at("2027-02-05T08:00:00+07:00");
        job.run();
        job.run();
        assertThat(planDuties()).singleElement().satisfies(duty -> {
            assertThat(duty.personId()).isEqualTo(SchoolFixture.CLERK);
            assertThat(duty.dueAt()).isEqualTo(Instant.parse("2027-03-01T17:00:00Z"));
        });
        sign(begin(group, "2026-09-01", "2027-01-31"));
        assertThat(planDuties()).extracting(Duty::state).containsExactly(Duty.State.DONE);
        assertThat(plan())
                .extracting(PlannedInspection::inspectedTo, PlannedInspection::dueOn)
                .containsExactly(tuple(Optional.of(LocalDate.of(2027, 1, 31)), LocalDate.of(2027, 7, 31)));
        sign(begin(group, "2026-09-01", "2026-09-30"));
        assertThat(plan().get(0).dueOn()).isEqualTo(LocalDate.of(2027, 7, 31));

        at("2027-09-01T08:00:00+07:00");
        assertThat(plan().get(0).late()).isTrue();
        String second =
                school.groups.register(school.principal, school.newGroup("Tổ Toán", MemberRule.everybody()), "");
        assertThat(plan()).extracting(PlannedInspection::groupId).containsExactlyInAnyOrder(group, second);
        List<PlannedInspection> planned = Pages.read("due", page -> inspections.plan(school.clerk, false, page));
        assertThat(planned).isEqualTo(plan()).isSortedAccordingTo(Comparator.comparing(PlannedInspection::dueOn));
        assertThat(Pages.read("-due", page -> inspections.plan(school.clerk, false, page)))
                .containsExactly(planned.get(1), planned.get(0));
        Pages.refusesNonsense("due", page -> inspections.plan(school.clerk, false, page));
        assertThat(inspections.plan(school.clerk, true, FIRST).items())
                .allSatisfy(one -> assertThat(one.late()).isTrue());
        assertThatThrownBy(() -> inspections.plan(school.clerk, false, new PageRequest(5, Optional.of("~"))))
                .isInstanceOf(Invalid.class);
        school.recognition.decide(school.principal, second, 1, decision(GroupDisposition.DISBAND, Optional.empty()));
        job.run();
        assertThat(planDuties())
                .hasSize(2)
                .last()
                .satisfies(duty -> assertThat(duty.dueAt()).isEqualTo(Instant.parse("2027-09-15T17:00:00Z")));
        MessagingGroup now = school.groups.get(school.principal, group);
        school.recognition.decide(
                school.principal, group, now.version(), decision(GroupDisposition.DISBAND, Optional.empty()));
        assertThat(planDuties())
                .last()
                .satisfies(duty -> assertThat(duty.state()).isEqualTo(Duty.State.WITHDRAWN));
        assertThat(plan()).isEmpty();
    }

    @OnEachDatabase
    @Regulated("BC.7.2")
    void aSensitiveGroupComesUpForThePrincipalAndIsNotNamedToTheOffice(TestDatabase db) {
        open(db);
        school.partyGroup();
        school.schoolGroup();
        at("2027-02-05T08:00:00+07:00");

        new InspectionsDue(planning, school.unit.tx(), school.clock).run();

        assertThat(planDuties())
                .extracting(Duty::personId, Duty::title)
                .containsExactlyInAnyOrder(
                        tuple(SchoolFixture.PRINCIPAL, "Kiểm tra định kỳ nhóm N01"),
                        tuple(SchoolFixture.CLERK, "Kiểm tra định kỳ nhóm Hội đồng sư phạm"));
    }

    @OnEachDatabase
    @Regulated("BC.7.2")
    void rolesThatNobodyHoldsAreCountedByDays(TestDatabase db) {
        open(db);
        String group = school.schoolGroup();
        change(
                group,
                MemberRule.everybody(),
                List.of(
                        Appointment.post(GroupRole.OWNER, Post.PRINCIPAL),
                        Appointment.person(GroupRole.ADMIN, SchoolFixture.OTHER_TEACHER),
                        Appointment.post(GroupRole.ADMIN, Post.IT_OFFICER)));
        school.directory.left(SchoolFixture.OTHER_TEACHER, LocalDate.of(2026, 10, 25));
        at("2026-11-02T09:00:00+07:00");

        InspectionReport report = inspections.get(school.clerk, begin(group, "2026-10-06", "2026-10-31"));

        assertThat(report.figures()).containsEntry(Figure.VACANCIES, 2);
        assertThat(report.of(Line.Section.VACANCY))
                .extracting(Line::word, Line::subjectId, Line::title, Line::amount, Line::otherAmount)
                .containsExactlyInAnyOrder(
                        tuple("ADMIN", "IT_OFFICER", "", 26, 1), tuple("ADMIN", "", "Đỗ Minh Ánh", 6, 1));
    }

    @OnEachDatabase
    @Regulated("BC.7.2")
    void aSignedReportIsPrintedAndProvesTheClause(TestDatabase db) {
        open(db);
        String group = school.schoolGroup();
        String id = begin(group, "2026-09-01", "2026-10-04");
        find(id, LocalDate.of(2026, 10, 10));
        InspectionWords words = new InspectionWords(new KeyMessages(), school.regulations);
        InspectionPapers papers = new InspectionPapers(inspections, words, school.directory, school.clock);
        assertThat(title(papers.paper(school.clerk, id)).remark()).isEqualTo("(Dự thảo)");
        sign(id);

        PrintedDocument paper = papers.paper(school.clerk, id);

        assertThat(title(paper).remark()).isEmpty();
        assertThat(paper.toString())
                .contains("Hội đồng sư phạm", "01/09/2026 – 04/10/2026", "group.figure.OVERDUE", "Mời đủ người")
                .contains(inspections.get(school.clerk, id).inspection().hash());
        at("2026-12-01T09:00:00+07:00");
        assertThat(papers.paper(school.clerk, id)).isEqualTo(paper);
        InspectionEvidence evidence = new InspectionEvidence(store);
        assertThat(evidence.firstDay()).contains(LocalDate.of(2026, 10, 5));
        assertThat(evidence.counts(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), school.clock.instant()))
                .singleElement()
                .satisfies(count -> assertThat(count.kept()).isEqualTo(1));
        assertThat(evidence.lines(new EvidenceQuery(
                        "BC.7.2",
                        Instant.parse("2026-10-01T00:00:00Z"),
                        Instant.parse("2026-11-01T00:00:00Z"),
                        Optional.of(Evidence.Kind.KEPT),
                        Optional.empty(),
                        10)))
                .extracting(Evidence::id)
                .containsExactly(id);
    }

    private void open(TestDatabase db) {
        school = new SchoolFixture(db);
        school.regulations.with("group.inspect-every-months", 6).with("compliance.second-term-from", "15/01");
        for (Caller caller : List.of(school.principal, school.clerk)) {
            school.access.grant(caller, "group:inspections", "group:inspect");
        }
        store = new JpaInspectionStore(school.unit.jpa());
        JpaGroupStore groups = new JpaGroupStore(school.unit.jpa());
        JpaDecisionStore decisions = new JpaDecisionStore(school.unit.jpa());
        planning = new InspectionPlanning(
                store,
                decisions,
                new JpaGroupStore(school.unit.jpa()),
                school.regulations,
                school.directory,
                school.duties);
        inspections = new DefaultInspections(
                school.acts,
                school.access,
                store,
                new JpaGroupHistoryStore(school.unit.jpa()),
                decisions,
                groups,
                planning,
                school.sight,
                school.directory,
                school.regulations,
                school.screening,
                school.duties,
                new SequentialIds(),
                school.clock);
    }

    private void at(String moment) {
        school.clock.set(java.time.OffsetDateTime.parse(moment).toInstant());
    }

    private static NewInspection period(String group, String period) {
        return new NewInspection(group, period, null, null);
    }

    private String begin(String group, String from, String to) {
        return inspections.begin(
                school.clerk, new NewInspection(group, "", LocalDate.parse(from), LocalDate.parse(to)), "");
    }

    private String find(String id, LocalDate dueOn) {
        return inspections.find(
                school.clerk, id, new NewFinding(Finding.Kind.MEMBERSHIP, "Thiếu ba người", "Mời đủ người", dueOn), "");
    }

    private void sign(String id) {
        Inspection concluded = inspections.conclude(
                school.clerk, id, inspections.get(school.clerk, id).version(), "Tốt");
        inspections.sign(school.clerk, id, concluded.version());
    }

    private void change(String group, MemberRule rule, List<Appointment> appointments) {
        MessagingGroup before = school.groups.get(school.principal, group);
        NewGroup changed = school.newGroup(before.name(), rule);
        school.groups.change(
                school.principal,
                group,
                before.version(),
                new NewGroup(
                        changed.name(),
                        changed.kind(),
                        changed.platform(),
                        changed.purpose(),
                        rule,
                        appointments,
                        changed.establishing(),
                        changed.link(),
                        changed.endsOn()));
    }

    private NewGroupDecision decision(GroupDisposition disposition, Optional<String> name) {
        LocalDate today = school.clock.today();
        return new NewGroupDecision(
                disposition,
                "Hiệu trưởng",
                new Decision("9/QĐ-THHS", today, "Trần Thị Ngọc Lan"),
                "Hết nhiệm vụ",
                today,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private List<Duty> planDuties() {
        return school.duties.all().stream()
                .filter(duty -> duty.kind().equals("group.inspect"))
                .toList();
    }

    private List<Inspection> list(Caller caller, boolean openOnly) {
        return inspections
                .list(
                        caller,
                        new Inspections.Query(Optional.empty(), Optional.empty(), Optional.empty(), openOnly),
                        FIRST)
                .items();
    }

    private List<String> ids(String sort, Optional<String> text) {
        Inspections.Query query = new Inspections.Query(Optional.empty(), Optional.empty(), text, false);
        return Pages.read(sort, page -> inspections.list(school.clerk, query, page)).stream()
                .map(Inspection::id)
                .toList();
    }

    private static Block.Title title(PrintedDocument paper) {
        return paper.parts().get(0).blocks().stream()
                .filter(Block.Title.class::isInstance)
                .map(Block.Title.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void invalid(String field, String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.fields())
                                .anySatisfy(one -> assertThat(List.of(one.field(), one.code()))
                                        .containsExactly(field, code)));
    }

    private List<PlannedInspection> plan() {
        return Page.every(page -> inspections.plan(school.clerk, false, new PageRequest(1, page.after())))
                .toList();
    }
}
