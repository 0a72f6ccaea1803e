package vn.quyche.core.compliance.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.SchoolTrainings.NewTraining;
import vn.quyche.core.api.compliance.SchoolTrainings.Session;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.model.Training;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class DefaultSchoolTrainingsTest {

    private static final Caller CLERK = TestCaller.person("clerk");
    private static final Caller PRINCIPAL = TestCaller.person("principal");
    private static final String YEAR = "2026-2027";

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");
    private Desk desk;
    private DefaultSchoolTrainings school;

    @OnEachDatabase
    @Regulated({"TA.12d", "TT.15.3"})
    void aTrainingOfAllStaffIsPlannedApprovedHeldAndMadeUp(TestDatabase db) {
        open(db);
        String id = school.plan(
                CLERK, new NewTraining("TA.12d", "Dùng hộp thư", "", session("2026-10-10T08:00:00+07:00")), "");
        school.approve(PRINCIPAL, YEAR, "Ai cũng được tập huấn");
        assertThat(desk.trainingPlans.get(CLERK, YEAR).approved()).isTrue();
        assertThat(desk.trainingPlans.get(CLERK, YEAR).aims()).isEqualTo("Ai cũng được tập huấn");

        clock.set(Instant.parse("2026-10-10T05:00:00Z"));
        school.hold(CLERK, id, Set.of("clerk", "principal"), "Đủ tài liệu");
        Training held = desk.trainings.get(CLERK, id).training();
        assertThat(held.state()).isEqualTo(Training.State.HELD);
        assertThat(held.present()).isEqualTo(2);

        String again = school.makeUp(CLERK, id, session("2026-10-17T08:00:00+07:00"), "");
        assertThat(desk.trainings.get(CLERK, again).training().rootId()).isEqualTo(id);
        assertThat(desk.trainings.people(CLERK, again))
                .noneMatch(one -> one.personId().equals("clerk"));
    }

    @OnEachDatabase
    void anEmptyPlanIsNotApproved(TestDatabase db) {
        open(db);

        assertThatThrownBy(() -> school.approve(PRINCIPAL, YEAR, "")).isInstanceOf(Conflict.class);
    }

    private void open(TestDatabase db) {
        desk = Desk.of(db, clock);
        desk.access
                .grant(PRINCIPAL, "regulation:read", "regulation:training", "regulation:training-approve")
                .grant(CLERK, "regulation:read", "regulation:training", "regulation:training-records");
        desk.directory
                .person("principal", "Trần Thị Hiệu", Post.PRINCIPAL)
                .person("clerk", "Lê Văn Thư", Post.RECORDS_CLERK)
                .person("teacher", "Nguyễn Thị Giáo", Post.TEACHER);
        school = new DefaultSchoolTrainings(desk.trainings, desk.trainingPlans);
    }

    private static Session session(String at) {
        return new Session(OffsetDateTime.parse(at).toInstant(), "Phó hiệu trưởng", "Hội trường", "clerk");
    }
}
