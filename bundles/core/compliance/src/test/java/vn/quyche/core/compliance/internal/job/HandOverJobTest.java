package vn.quyche.core.compliance.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.service.Desk;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class HandOverJobTest {

    private static final Caller HEAD = TestCaller.person("principal");
    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");

    @OnEachDatabase
    void dutiesOfTheOfficeFollowThePostAndOthersStay(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(HEAD, "duty:read");
        desk.directory
                .person("principal", "Trần Quang Minh", Post.PRINCIPAL)
                .person("clerk", "Lê Thị Lan", Post.RECORDS_CLERK)
                .person("teacher", "Phạm Văn Bình", Post.TEACHER);
        desk.duties.assign(List.of(
                duty("answer", "compliance.answer-feedback", "clerk"),
                duty("hold", "compliance.hold-training", "teacher"),
                duty("read", "compliance.acknowledge", "clerk")));

        desk.handOver.run();
        assertThat(whose(desk, "answer")).isEqualTo("clerk");
        assertThat(whose(desk, "hold")).isEqualTo("teacher");

        desk.directory
                .left("clerk", LocalDate.of(2026, 10, 6))
                .left("teacher", LocalDate.of(2026, 10, 6))
                .person("next", "Đỗ Thu Hà", Post.RECORDS_CLERK);
        clock.advance(Duration.ofDays(3));
        desk.handOver.run();
        desk.restarted().handOver.run();

        assertThat(whose(desk, "answer")).isEqualTo("next");
        assertThat(whose(desk, "hold")).isEqualTo("next");
        assertThat(whose(desk, "read")).as("reads for herself").isEqualTo("clerk");
        desk.duties.done("answer", "Trả lời");
        assertThat(find(desk, "answer").state()).isEqualTo(Duty.State.DONE);
    }

    private static String whose(Desk desk, String key) {
        return find(desk, key).personId();
    }

    private static Duty find(Desk desk, String key) {
        Duties.Query all = new Duties.Query(
                Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
        return Page.every(page -> desk.duties.list(HEAD, all, page))
                .filter(duty -> duty.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private NewDuty duty(String key, String kind, String person) {
        return new NewDuty(
                key,
                kind,
                "BC.7.4",
                "Việc " + key,
                person,
                "compliance.feedback",
                key,
                "/compliance/feedback",
                clock.instant().plus(Duration.ofDays(2)),
                List.of(Duration.ofDays(1)),
                List.of());
    }
}
