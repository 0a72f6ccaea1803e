package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
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
import vn.quyche.group.internal.job.GroupAttestations;
import vn.quyche.group.internal.job.LeaderDuties;
import vn.quyche.group.internal.store.JpaDeclarationStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

/** Duties of leaders in the engine that keeps them: what is passed on is due, told, done and summed as the heir's. */
class PassedOnDutiesTest {

    private static final String ATTEST = "group.attest-members";
    private static final String HANDLE = "group.handle-case";
    private static final String ACKNOWLEDGE = "group.acknowledge";
    private static final String VICE = SchoolFixture.VICE;
    private static final String DEPUTY = SchoolFixture.OTHER_TEACHER;

    private MembersFixture m;
    private SchoolFixture school;
    private DutyEngine engine;
    private Conduct conduct;
    private GroupAttestations attestations;
    private LeaderDuties job;

    private void open(TestDatabase db) {
        m = new MembersFixture(db);
        school = m.school;
        engine = new DutyEngine(db, school.access, school.directory, school.notices, school.clock);
        Duties duties = engine.duties;
        conduct = DefaultConductTest.conduct(school, duties);
        JpaDeclarationStore declarations = new JpaDeclarationStore(school.unit.jpa());
        attestations = new GroupAttestations(
                m.sight,
                declarations,
                new DeclarationDuties(duties, school.regulations, m.sight, school.clock),
                school.regulations,
                duties,
                school.unit.tx(),
                school.clock);
        job = LeaderDutiesTest.job(m, duties);
    }

    private String report(String group) {
        NewCase incident = new NewCase(
                CaseKind.INCIDENT, group, "IMPOSTOR_GROUP", Optional.empty(), Optional.empty(), "Nội dung", List.of());
        return conduct.report(school.teacher, incident, "");
    }

    /** The directives of the fixture tell a fake; the engine gets their duties as they were laid. */
    private void issue(String group) {
        school.laid.clear();
        school.directives.issueNow(school.vice, school.newDirective(group, "Nộp giáo án"), "");
        engine.duties.assign(school.laid);
    }

    private List<Tuple> standing(Duty.State state) {
        return engine.all().stream()
                .filter(duty -> duty.state() == state && !duty.kind().equals(ACKNOWLEDGE))
                .map(duty -> tuple(duty.kind(), duty.personId()))
                .toList();
    }

    private List<NewNotice> sent(String personId) {
        return school.notices.sentTo(personId).stream()
                .filter(notice -> notice.kind().startsWith("duty."))
                .toList();
    }

    @OnEachDatabase
    @Regulated({"BC.0.1", "BC.6.3", "TB.5"})
    void areDueToldAndDoneAsThoseOfWhoLeadsNow(TestDatabase db) {
        open(db);
        String group = school.groups.register(
                school.principal,
                m.teachersGroup(
                        Appointment.post(GroupRole.OWNER, Post.VICE_PRINCIPAL),
                        Appointment.person(GroupRole.DEPUTY, DEPUTY)),
                "");
        issue(group);
        conduct.settle(school.vice, report(group), true, "Đã xử lý");
        attestations.run();
        school.clock.advance(Duration.ofDays(24));
        String waiting = report(group);
        attestations.run();
        job.run();
        assertThat(standing(Duty.State.OPEN)).containsExactlyInAnyOrder(tuple(ATTEST, VICE), tuple(HANDLE, VICE));
        List<Tuple> due = due();

        school.directory.left(VICE, VietnamTime.today(school.clock));
        school.clock.advance(Duration.ofDays(1));
        job.run();
        job.run();

        assertThat(standing(Duty.State.OPEN)).containsExactlyInAnyOrder(tuple(ATTEST, DEPUTY), tuple(HANDLE, DEPUTY));
        assertThat(standing(Duty.State.DONE)).as("what was done stays").containsExactly(tuple(HANDLE, VICE));
        assertThat(standing(Duty.State.WITHDRAWN)).isEmpty();
        assertThat(due()).as("due when they were").isEqualTo(due);
        assertThat(school.acts.done())
                .filteredOn(act -> act.action().equals("group.pass-on-duty"))
                .hasSize(2);

        school.clock.advance(Duration.ofDays(9));
        engine.reminding.run();
        assertThat(sent(VICE)).isEmpty();
        assertThat(sent(DEPUTY))
                .extracting(NewNotice::kind)
                .as("own duties that are late, and the receipts that the author would have been told of")
                .contains("duty.late", "duty.escalated");

        conduct.settle(school.otherTeacher, waiting, true, "Đã xử lý");
        assertThat(standing(Duty.State.OPEN)).containsExactly(tuple(ATTEST, DEPUTY));
        assertThat(standing(Duty.State.DONE)).containsExactlyInAnyOrder(tuple(HANDLE, VICE), tuple(HANDLE, DEPUTY));
    }

    private List<Tuple> due() {
        return engine.all().stream()
                .filter(duty -> duty.state() == Duty.State.OPEN && !duty.kind().equals(ACKNOWLEDGE))
                .map(duty -> tuple(duty.id(), duty.dueAt()))
                .toList();
    }

    @OnEachDatabase
    @Regulated("TB.5")
    void endWhereTheHeirHasThemAnyhowAndCanBeLaidOnWhoLeadsAgain(TestDatabase db) {
        open(db);
        String group = school.groups.register(
                school.principal, m.teachersGroup(Appointment.person(GroupRole.OWNER, VICE)), "");
        attestations.run();
        school.clock.advance(Duration.ofDays(24));
        attestations.run();
        school.groups.change(school.principal, group, 1, m.teachersGroup(Appointment.person(GroupRole.OWNER, DEPUTY)));
        attestations.run();
        assertThat(standing(Duty.State.OPEN)).contains(tuple(ATTEST, DEPUTY));

        job.run();

        assertThat(standing(Duty.State.OPEN)).containsExactly(tuple(ATTEST, DEPUTY));
        assertThat(standing(Duty.State.WITHDRAWN)).containsExactly(tuple(ATTEST, VICE));

        school.groups.change(school.principal, group, 2, m.teachersGroup(Appointment.person(GroupRole.OWNER, VICE)));
        job.run();
        assertThat(standing(Duty.State.OPEN)).containsExactly(tuple(ATTEST, VICE));
    }
}
