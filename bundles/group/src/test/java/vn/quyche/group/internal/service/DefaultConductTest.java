package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Caller;
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
                                        false,
                                        Conduct.Order.DUE),
                                PageRequest.first())
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
        conduct.decide(school.principal, id, Outcome.POSTING_WITHDRAWN, 3, "Dừng đăng ba ngày");

        assertThatThrownBy(() -> school.directives.issueNow(school.vice, school.newDirective(group, "Họp"), ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("group.posting-withdrawn");
        LocalDate day = LocalDate.of(2026, 10, 5);
        assertThat(new ConductEvidence(new JpaConductStore(school.unit.jpa())).counts(day, day, school.clock.instant()))
                .extracting(EvidenceCount::clause, EvidenceCount::violations, EvidenceCount::kept)
                .containsExactlyInAnyOrder(tuple("BC.6.8", 1L, 0L), tuple("BC.6.11", 0L, 1L));
    }

    private static NewCase of(CaseKind kind, String group, String topic) {
        return new NewCase(kind, group, topic, Optional.empty(), Optional.empty(), "Nội dung", List.of());
    }

    private static Conduct conduct(SchoolFixture school) {
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
                new GroupSight(groups, school.directory, school.access, school.clock),
                school.directory,
                school.screening,
                school.attachments,
                school.regulations,
                school.duties,
                school.notices,
                new SequentialIds(),
                school.clock);
    }
}
