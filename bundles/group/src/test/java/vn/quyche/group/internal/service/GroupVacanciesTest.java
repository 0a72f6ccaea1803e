package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.directory.Post;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.members.Vacancy;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class GroupVacanciesTest {

    @OnEachDatabase
    @Regulated("TB.5")
    void theOfficeNamesASuccessorForWhoLeft(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        Appointment leader = Appointment.post(GroupRole.OWNER, Post.VICE_PRINCIPAL);
        String group = school.groups.register(
                school.principal,
                m.teachersGroup(leader, Appointment.person(GroupRole.ADMIN, SchoolFixture.TEACHER)),
                "");
        m.vacancyJob.run();
        assertThat(m.vacancies.of(school.vice, group)).isEmpty();

        school.directory.left(SchoolFixture.TEACHER, LocalDate.of(2026, 10, 5));
        school.directory.left(SchoolFixture.VICE, LocalDate.of(2026, 10, 5));
        school.clock.advance(Duration.ofDays(1));
        m.vacancyJob.run();
        m.vacancyJob.run();

        assertThat(m.vacancies
                        .list(school.principal, Optional.of("giao vien"), PageRequest.first())
                        .items())
                .extracting(Vacancy::role, Vacancy::cause, Vacancy::former, Vacancy::since)
                .containsExactly(
                        tuple(GroupRole.OWNER, Vacancy.Cause.POST_VACANT, "", Optional.of(LocalDate.of(2026, 10, 6))),
                        tuple(
                                GroupRole.ADMIN,
                                Vacancy.Cause.LEFT,
                                "Nguyễn Hải Đăng",
                                Optional.of(LocalDate.of(2026, 10, 6))));
        assertThat(school.duties.all())
                .extracting(Duty::personId, Duty::clause)
                .containsExactly(tuple(SchoolFixture.CLERK, "TB.5"), tuple(SchoolFixture.CLERK, "TB.5"));

        school.groups.change(
                school.principal,
                group,
                1,
                m.teachersGroup(
                        Appointment.post(GroupRole.OWNER, Post.PRINCIPAL),
                        Appointment.person(GroupRole.ADMIN, SchoolFixture.OTHER_TEACHER)));
        m.vacancyJob.run();
        assertThat(school.duties.all()).extracting(Duty::state).containsOnly(Duty.State.DONE);
        assertThat(m.vacancies
                        .list(school.principal, Optional.empty(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @OnEachDatabase
    @Regulated("TB.5")
    void aGroupOnZaloWithoutAdministratorIsFlagged(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        String group = m.teachers();
        assertThat(m.vacancies.of(m.school.teacher, group))
                .extracting(Vacancy::role, Vacancy::cause)
                .containsExactly(tuple(GroupRole.ADMIN, Vacancy.Cause.NOT_NAMED));
    }
}
