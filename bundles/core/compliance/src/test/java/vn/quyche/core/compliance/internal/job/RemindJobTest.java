package vn.quyche.core.compliance.internal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.compliance.internal.service.Desk;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class RemindJobTest {

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");

    @OnEachDatabase
    void remindsAndEscalatesOncePerStepAlsoAfterARestart(TestDatabase db) {
        Desk desk = desk(db);
        desk.duties.assign(List.of(duty("a", "2026-10-07T17:00", Duration.ofDays(1), Duration.ofHours(2))));

        runUntil(desk, "2026-10-06T16:59");
        assertThat(desk.notices.sent()).isEmpty();
        runUntil(desk, "2026-10-06T17:00");
        assertThat(desk.notices.sent()).hasSize(1);
        runUntil(desk.restarted(), "2026-10-07T14:59");
        assertThat(desk.notices.sent()).hasSize(1);
        runUntil(desk.restarted(), "2026-10-07T15:00");
        assertThat(desk.notices.sent()).hasSize(2);
        runUntil(desk, "2026-10-07T16:59");
        assertThat(desk.notices.sent()).hasSize(2);
        runUntil(desk, "2026-10-20T09:00");

        assertThat(desk.notices.sent())
                .extracting(NewNotice::personId, NewNotice::kind, NewNotice::body)
                .containsExactly(
                        tuple("lan", "duty.reminder", "Hạn: 17:00 ngày 07/10/2026 (còn 1 ngày)."),
                        tuple("lan", "duty.reminder", "Hạn: 17:00 ngày 07/10/2026 (còn 2 giờ)."),
                        tuple("lan", "duty.late", "Đã quá hạn: 17:00 ngày 07/10/2026."),
                        tuple("head", "duty.escalated", "Lê Thị Lan chưa làm. Đã quá hạn: 17:00 ngày 07/10/2026."));
        assertThat(desk.notices.sent()).extracting(NewNotice::link).containsOnly("/group/directives/d1");
    }

    @OnEachDatabase
    void aReminderAtNightWaitsUntilTheMorning(TestDatabase db) {
        Desk desk = desk(db);
        desk.duties.assign(List.of(duty("a", "2026-10-06T08:00", Duration.ofHours(10))));

        runUntil(desk, "2026-10-06T05:59");
        assertThat(desk.notices.sent()).isEmpty();
        runUntil(desk, "2026-10-06T06:00");
        assertThat(desk.notices.sent()).extracting(NewNotice::kind).containsExactly("duty.reminder");
    }

    @OnEachDatabase
    void quietHoursThatWereChangedMeanwhileHold(TestDatabase db) {
        Desk desk = desk(db);
        desk.access.grant(TestCaller.person("principal"), "regulation:edit");
        desk.duties.assign(List.of(duty("a", "2026-10-06T20:30", Duration.ofHours(1))));
        LocalDate tomorrow = LocalDate.of(2026, 10, 6);
        desk.values.set(TestCaller.person("principal"), "compliance.quiet-from", "19:00", tomorrow, "12/QĐ-THTA");

        runUntil(desk, "2026-10-06T23:00");
        assertThat(desk.notices.sent()).isEmpty();
        runUntil(desk, "2026-10-07T06:00");
        assertThat(desk.notices.sent()).extracting(NewNotice::kind).containsExactly("duty.late", "duty.escalated");
    }

    @OnEachDatabase
    void whatWasMissedWhileTheServerWasOffIsToldOnce(TestDatabase db) {
        Desk desk = desk(db);
        desk.duties.assign(
                List.of(duty("a", "2026-10-09T17:00", Duration.ofDays(3), Duration.ofDays(2), Duration.ofDays(1))));
        clock.set(at("2026-10-08T18:00"));
        desk.remind.run();

        assertThat(desk.notices.sent()).extracting(NewNotice::kind).containsExactly("duty.reminder");
    }

    @OnEachDatabase
    void saysNothingOfDutiesThatAreSettled(TestDatabase db) {
        Desk desk = desk(db);
        desk.duties.assign(List.of(duty("a", "2026-10-07T17:00", Duration.ofHours(1)), duty("b", "2026-10-07T17:00")));
        desk.duties.done("a", "");
        desk.duties.withdraw("directive", "d1", "");

        runUntil(desk, "2026-10-09T17:00");
        assertThat(desk.notices.sent()).isEmpty();
    }

    @OnEachDatabase
    void aSuperiorIsToldOnceOfAllWhoAreLateWithTheSame(TestDatabase db) {
        Desk desk = desk(db);
        List<NewDuty> same = new ArrayList<>();
        for (String name : List.of("An", "Bình", "Chi", "Dung", "Giang")) {
            desk.directory.person(name, name, Post.TEACHER);
            same.add(of(name, duty("same-" + name, "2026-10-07T17:00")));
        }
        same.add(of("An", duty("other", "2026-10-07T16:00")));
        desk.duties.assign(same);

        runUntil(desk, "2026-10-08T17:00");
        assertThat(desk.notices.sent().stream().filter(notice -> notice.kind().equals("duty.escalated")))
                .extracting(NewNotice::personId, NewNotice::body)
                .containsExactly(
                        tuple("head", "An chưa làm. Đã quá hạn: 16:00 ngày 07/10/2026."),
                        tuple("head", "5 người (An, Bình, Chi, …) chưa làm. Đã quá hạn: 17:00 ngày 07/10/2026."));
    }

    @OnEachDatabase
    void nobodyIsToldTwiceOfOnesOwnLateness(TestDatabase db) {
        Desk desk = desk(db);
        desk.duties.assign(List.of(of("head", duty("a", "2026-10-07T17:00"))));

        runUntil(desk, "2026-10-08T17:00");
        assertThat(desk.notices.sent()).extracting(NewNotice::kind).containsExactly("duty.late");
    }

    @OnEachDatabase
    void aStepIsNotLostWhenTellingFails(TestDatabase db) {
        Desk desk = desk(db);
        desk.duties.assign(List.of(duty("a", "2026-10-07T17:00")));
        clock.set(at("2026-10-07T17:00"));
        RemindJob failing = job(desk, new Failing());

        assertThatThrownBy(failing::run).hasMessage("the notices are away");
        desk.remind.run();
        assertThat(desk.notices.sent()).hasSize(2);
    }

    @OnEachDatabase
    void escalatesStepByStepToLeaderAndOffice(TestDatabase db) {
        Desk desk = desk(db);
        inSteps(desk);

        runUntil(desk, "2026-10-07T17:00");
        assertThat(desk.notices.sent()).extracting(NewNotice::personId).containsExactly("lan");
        runUntil(desk.restarted(), "2026-10-08T17:00");
        assertThat(desk.notices.sent()).extracting(NewNotice::personId).containsExactly("lan", "head");
        runUntil(desk.restarted(), "2026-10-12T17:00");
        assertThat(desk.notices.sent())
                .extracting(NewNotice::personId, NewNotice::kind)
                .containsExactly(
                        tuple("lan", "duty.late"), tuple("head", "duty.escalated"), tuple("clerk", "duty.escalated"));
    }

    @OnEachDatabase
    void stepsThatWereMissedTellEachOnce(TestDatabase db) {
        Desk desk = desk(db);
        inSteps(desk);
        clock.set(at("2026-10-20T08:00"));
        desk.remind.run();
        desk.remind.run();

        assertThat(desk.notices.sent()).extracting(NewNotice::personId).containsExactly("lan", "head", "clerk");
    }

    @OnEachDatabase
    void aDutyThatIsDoneEscalatesNoFurther(TestDatabase db) {
        Desk desk = desk(db);
        inSteps(desk);
        runUntil(desk, "2026-10-08T17:00");
        desk.duties.done("steps", "");

        runUntil(desk, "2026-10-12T17:00");
        assertThat(desk.notices.sent()).extracting(NewNotice::personId).containsExactly("lan", "head");
    }

    private static void inSteps(Desk desk) {
        desk.directory
                .unit("toan", UnitType.SUBJECT_GROUP, "Tổ Toán – Tin")
                .person("clerk", "Phạm Thu Hà", Post.RECORDS_CLERK)
                .member("lan", "toan")
                .post("head", Post.SUBJECT_HEAD, "toan");
        NewDuty one = duty("steps", "2026-10-07T17:00");
        desk.duties.assign(List.of(new NewDuty(
                one.key(),
                one.kind(),
                one.clause(),
                one.title(),
                one.personId(),
                one.subjectType(),
                one.subjectId(),
                one.link(),
                one.dueAt(),
                one.remindBefore(),
                List.of(Escalation.parse("leader after P1D"), Escalation.parse("office after P3D")))));
    }

    @OnEachDatabase
    void twoNodesTellOnce(TestDatabase db) throws Exception {
        Desk desk = desk(db);
        desk.duties.assign(IntStream.range(0, 450)
                .mapToObj(i -> duty("k" + i, "2026-10-07T17:00"))
                .toList());
        clock.set(at("2026-10-07T17:00"));
        List<NewNotice> told = Collections.synchronizedList(new ArrayList<>());
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                RemindJob job = job(desk, new Recording(told));
                runs.add(nodes.submit(job::run));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(told.stream().filter(notice -> notice.kind().equals("duty.late")))
                .hasSize(450)
                .extracting(NewNotice::key)
                .doesNotHaveDuplicates();
        assertThat(told.stream().filter(notice -> notice.kind().equals("duty.escalated")))
                .as("one for each batch, since all is the same matter; two nodes share batches as it comes")
                .hasSizeBetween(1, 20)
                .extracting(NewNotice::body)
                .containsOnly("Lê Thị Lan chưa làm. Đã quá hạn: 17:00 ngày 07/10/2026.");
    }

    @OnEachDatabase
    void saysToOthersWhoWasToldOfWhat(TestDatabase db) {
        Desk desk = desk(db);
        desk.directory.person("an", "Nguyễn Văn An", Post.TEACHER);
        desk.duties.assign(List.of(
                duty("a", "2026-10-07T17:00", Duration.ofHours(2)),
                of("an", duty("b", "2026-10-07T17:00", Duration.ofHours(2)))));

        runUntil(desk, "2026-10-07T15:00");
        assertThat(desk.events.published()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("duty.reminded.v1");
            assertThat(event.subjectId()).isEqualTo("d1");
            assertThat(event.data()).containsEntry("subjectType", "directive").containsEntry("kind", "duty.reminder");
            assertThat(event.data().get("told").split(",")).containsExactlyInAnyOrder("lan", "an");
            assertThat(event.data().get("at")).isEqualTo(at("2026-10-07T15:00").toString());
        });
        runUntil(desk, "2026-10-08T09:00");
        assertThat(desk.events.published())
                .extracting(event -> event.data().get("kind"))
                .containsExactlyInAnyOrder("duty.reminder", "duty.late", "duty.escalated");
        assertThat(desk.events.published())
                .filteredOn(event -> event.data().get("kind").equals("duty.escalated"))
                .extracting(event -> event.data().get("told"))
                .containsExactly("head");
    }

    private Desk desk(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.directory.person("lan", "Lê Thị Lan", Post.TEACHER).person("head", "Trần Quang Minh", Post.SUBJECT_HEAD);
        return desk;
    }

    private RemindJob job(Desk desk, Notices notices) {
        return new RemindJob(desk.store, desk.regulations, notices, desk.events, desk.directory, desk.unit.tx(), clock);
    }

    /** Runs the job every half hour until a time, and at that time. */
    private void runUntil(Desk desk, String time) {
        Instant end = at(time);
        while (clock.instant().isBefore(end)) {
            Instant next = clock.instant().plus(Duration.ofMinutes(30));
            clock.set(next.isBefore(end) ? next : end);
            desk.remind.run();
        }
    }

    private static NewDuty of(String personId, NewDuty one) {
        return new NewDuty(
                one.key(),
                one.kind(),
                one.clause(),
                one.title(),
                personId,
                one.subjectType(),
                one.subjectId(),
                one.link(),
                one.dueAt(),
                one.remindBefore(),
                one.escalations());
    }

    private static NewDuty duty(String key, String due, Duration... before) {
        return new NewDuty(
                key,
                "group.acknowledge",
                "BC.6.3",
                "Xác nhận đã nhận chỉ đạo",
                "lan",
                "directive",
                "d1",
                "/group/directives/d1",
                at(due),
                List.of(before),
                Optional.of("head"));
    }

    private static Instant at(String vietnamTime) {
        return OffsetDateTime.parse(vietnamTime + ":00+07:00").toInstant();
    }

    /** Sends to a list. */
    private static class Recording extends NoticesStub {

        private final List<NewNotice> told;

        Recording(List<NewNotice> told) {
            this.told = told;
        }

        @Override
        public void send(Collection<NewNotice> notices) {
            told.addAll(notices);
        }
    }

    /** Never sends. */
    private static class Failing extends NoticesStub {

        @Override
        public void send(Collection<NewNotice> notices) {
            throw new IllegalStateException("the notices are away");
        }
    }
}
