package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.conduct.CaseKind;
import vn.quyche.group.api.conduct.Conduct;
import vn.quyche.group.api.conduct.NewCase;
import vn.quyche.group.internal.job.LeaderDuties;
import vn.quyche.group.internal.store.JpaConductStore;
import vn.quyche.group.internal.store.JpaDeclarationStore;
import vn.quyche.group.internal.store.JpaInspectionStore;
import vn.quyche.group.internal.store.JpaLeaderStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestDatabase;

class LeaderDutiesTest {

    private static final Appointment LEADER = Appointment.post(GroupRole.OWNER, Post.VICE_PRINCIPAL);
    private static final Appointment DEPUTY = Appointment.person(GroupRole.DEPUTY, SchoolFixture.OTHER_TEACHER);
    private static final String ATTEST = "group.attest-members";
    private static final String HANDLE = "group.handle-case";

    @OnEachDatabase
    @Regulated({"BC.0.1", "TB.5"})
    void passToTheDeputyThenToTheOfficeAndToWhoLeadsAgain(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        Conduct conduct = DefaultConductTest.conduct(school);
        LeaderDuties job = job(m);
        String group = school.groups.register(school.principal, m.teachersGroup(LEADER, DEPUTY), "");
        String directive = school.directives.issueNow(school.vice, school.newDirective(group, "Nộp giáo án"), "");
        String done = conduct.report(school.teacher, incident(group), "");
        conduct.settle(school.vice, done, true, "Đã xử lý");
        conduct.report(school.teacher, incident(group), "");
        m.attestations.run();
        school.clock.advance(Duration.ofDays(24));
        m.attestations.run();
        job.run();
        assertThat(open(school)).containsOnly(tuple(ATTEST, SchoolFixture.VICE), tuple(HANDLE, SchoolFixture.VICE));

        LocalDate last = VietnamTime.today(school.clock);
        school.directory.left(SchoolFixture.VICE, last);
        job.run();
        assertThat(open(school))
                .as("until the day is over")
                .hasSize(2)
                .allMatch(one -> one.toList().contains(SchoolFixture.VICE));
        school.clock.advance(Duration.ofDays(1));
        job.run();
        job.run();

        assertThat(open(school))
                .containsOnly(tuple(ATTEST, SchoolFixture.OTHER_TEACHER), tuple(HANDLE, SchoolFixture.OTHER_TEACHER));
        assertThat(settled(school)).as("what was done stays").containsExactly(tuple(HANDLE, SchoolFixture.VICE));
        assertThat(school.notices.sentTo(SchoolFixture.OTHER_TEACHER))
                .extracting(NewNotice::body)
                .filteredOn(body -> body.startsWith("Nhận từ Lê Quang Vinh"))
                .hasSize(2);
        assertThat(school.acts.done())
                .filteredOn(act -> act.action().equals("group.pass-on-duty"))
                .hasSize(2);
        assertThat(school.duties.toldInstead())
                .containsExactly(directive + ": " + SchoolFixture.OTHER_TEACHER + " instead of " + SchoolFixture.VICE);

        school.directory.left(SchoolFixture.OTHER_TEACHER, VietnamTime.today(school.clock));
        school.clock.advance(Duration.ofDays(1));
        job.run();
        assertThat(open(school))
                .containsOnly(tuple(ATTEST, SchoolFixture.CLERK), tuple(HANDLE, SchoolFixture.PRINCIPAL));

        school.groups.change(
                school.principal,
                group,
                1,
                m.teachersGroup(Appointment.person(GroupRole.OWNER, SchoolFixture.TEACHER)));
        m.attestations.run();
        job.run();
        assertThat(open(school))
                .containsOnly(tuple(ATTEST, SchoolFixture.TEACHER), tuple(HANDLE, SchoolFixture.TEACHER));
        assertThat(settled(school)).containsOnly(tuple(HANDLE, SchoolFixture.VICE), tuple(ATTEST, SchoolFixture.CLERK));
    }

    @OnEachDatabase
    @Regulated("BC.6.11")
    void aCaseIsNeverPassedToWhomItIsAbout(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        Conduct conduct = DefaultConductTest.conduct(school);
        String group = school.groups.register(school.principal, m.teachersGroup(LEADER), "");
        NewCase entered = incident(group);
        conduct.report(
                school.teacher,
                new NewCase(
                        entered.kind(),
                        group,
                        entered.topic(),
                        Optional.of(SchoolFixture.OTHER_TEACHER),
                        Optional.empty(),
                        entered.text(),
                        List.of()),
                "");
        school.groups.change(
                school.principal,
                group,
                1,
                m.teachersGroup(Appointment.person(GroupRole.OWNER, SchoolFixture.OTHER_TEACHER)));

        job(m).run();

        assertThat(open(school)).containsExactly(tuple(HANDLE, SchoolFixture.PRINCIPAL));
    }

    private static NewCase incident(String group) {
        return new NewCase(
                CaseKind.INCIDENT, group, "IMPOSTOR_GROUP", Optional.empty(), Optional.empty(), "Nội dung", List.of());
    }

    private static List<org.assertj.core.groups.Tuple> open(SchoolFixture school) {
        return school.duties.all().stream()
                .filter(duty -> duty.state() == Duty.State.OPEN && !duty.kind().equals("group.acknowledge"))
                .map(duty -> tuple(duty.kind(), duty.personId()))
                .toList();
    }

    private static List<org.assertj.core.groups.Tuple> settled(SchoolFixture school) {
        return school.duties.all().stream()
                .filter(duty -> duty.state() != Duty.State.OPEN && !duty.kind().equals("group.acknowledge"))
                .map(duty -> tuple(duty.kind(), duty.personId()))
                .toList();
    }

    private static LeaderDuties job(MembersFixture m) {
        return job(m, m.school.duties);
    }

    static LeaderDuties job(MembersFixture m, Duties duties) {
        SchoolFixture school = m.school;
        return new LeaderDuties(
                m.sight,
                m.groupStore,
                new JpaLeaderStore(school.unit.jpa()),
                school.receipts,
                new JpaDeclarationStore(school.unit.jpa()),
                new JpaInspectionStore(school.unit.jpa()),
                new JpaConductStore(school.unit.jpa()),
                school.directory,
                duties,
                school.notices,
                school.acts,
                school.unit.tx(),
                new SequentialIds());
    }
}
