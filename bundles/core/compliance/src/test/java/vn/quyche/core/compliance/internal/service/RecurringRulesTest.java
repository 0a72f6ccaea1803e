package vn.quyche.core.compliance.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.spi.DutyRule;
import vn.quyche.core.api.compliance.spi.DutyRule.Who;
import vn.quyche.core.api.compliance.spi.Schedule;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.model.RuleCourse;
import vn.quyche.core.compliance.internal.model.RuleDetail;
import vn.quyche.core.compliance.internal.model.RuleQuery;
import vn.quyche.core.compliance.internal.model.RuleView;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class RecurringRulesTest {

    private static final Caller HEAD = TestCaller.person("principal");
    private static final Caller TEACHER = TestCaller.person("teacher");
    private static final String CHECK = "mail.check";
    private static final String REPORT = "mail.report";

    private final TestClock clock = TestClock.at("2026-09-01T08:00:00+07:00");

    @OnEachDatabase
    void anotherScheduleHoldsFromItsDayAndNotBefore(TestDatabase db) {
        Desk desk = desk(db);
        lay(desk);
        desk.rules.changeSchedule(HEAD, CHECK, "daily 09:00-10:00 on school days", day("2026-09-04"), "QĐ 12");

        assertThat(open(desk, CHECK))
                .contains("mail.check:2026-09-03T07:30:clerk", "mail.check:2026-09-04T09:00:clerk")
                .doesNotContain("mail.check:2026-09-04T07:30:clerk", "mail.check:2026-09-03T09:00:clerk");
        RuleDetail detail = desk.rules.get(HEAD, CHECK);
        assertThat(detail.rule().schedule()).isEqualTo("daily 07:30-08:00 on school days");
        assertThat(detail.schedules())
                .singleElement()
                .satisfies(value -> assertThat(value.decision()).isEqualTo("QĐ 12"));

        desk.clock.set(OffsetDateTime.parse("2026-09-04T08:00:00+07:00").toInstant());
        lay(desk);
        assertThat(desk.rules.get(HEAD, CHECK).rule().schedule()).isEqualTo("daily 09:00-10:00 on school days");
        assertThat(open(desk, CHECK)).as("what was laid before stays").contains("mail.check:2026-09-03T07:30:clerk");
    }

    @OnEachDatabase
    void aMonthlyDutyThatIsMovedComesOverAndIsNotLostOrTwice(TestDatabase db) {
        Desk desk = desk(db);
        lay(desk);
        assertThat(duty(desk, "mail.report:2026-09:clerk").dueAt()).isEqualTo(at("2026-09-05T09:00:00+07:00"));

        desk.rules.changeSchedule(HEAD, REPORT, "monthly on 20 at 16:00", day("2026-09-03"), "QĐ 13");
        assertThat(duty(desk, "mail.report:2026-09:clerk").state())
                .as("beyond the days ahead")
                .isEqualTo(Duty.State.WITHDRAWN);

        desk.clock.set(at("2026-09-15T08:00:00+07:00"));
        lay(desk);
        assertThat(duty(desk, "mail.report:2026-09:clerk"))
                .returns(Duty.State.OPEN, Duty::state)
                .returns(at("2026-09-21T16:00:00+07:00"), Duty::dueAt);

        desk.rules.changeSchedule(HEAD, REPORT, "monthly on 18 at 16:00", day("2026-09-16"), "QĐ 14");
        assertThat(duty(desk, "mail.report:2026-09:clerk"))
                .returns(Duty.State.OPEN, Duty::state)
                .returns(at("2026-09-18T16:00:00+07:00"), Duty::dueAt);
        assertThat(all(desk)).extracting(Duty::key).doesNotHaveDuplicates();
    }

    @OnEachDatabase
    void aRestWithdrawsWhatIsAheadAndEndsByItself(TestDatabase db) {
        Desk desk = desk(db);
        lay(desk);
        desk.rules.pause(HEAD, CHECK, day("2026-09-03"), Optional.of(day("2026-09-04")), "Sửa máy chủ");

        assertThat(open(desk, CHECK))
                .doesNotContain("mail.check:2026-09-03T07:30:clerk", "mail.check:2026-09-04T07:30:clerk")
                .contains("mail.check:2026-09-05T07:30:clerk");
        assertThat(desk.rules.get(HEAD, CHECK).rule().state()).isEqualTo(RuleCourse.State.RUNS);
        desk.clock.set(at("2026-09-04T08:00:00+07:00"));
        lay(desk);
        assertThat(desk.rules.get(HEAD, CHECK).rule())
                .returns(RuleCourse.State.PAUSED, RuleView::state)
                .returns(Optional.of(day("2026-09-04")), RuleView::restsUntil);

        assertCode(() -> desk.rules.resume(HEAD, CHECK, day("2026-09-05"), "Xong"), "duty.rule-runs");
        desk.rules.pause(HEAD, CHECK, day("2026-09-07"), Optional.empty(), "Nghỉ dài");
        assertThat(open(desk, CHECK)).doesNotContain("mail.check:2026-09-08T07:30:clerk");
        desk.rules.resume(HEAD, CHECK, day("2026-09-08"), "Xong");
        assertThat(open(desk, CHECK))
                .contains("mail.check:2026-09-05T07:30:clerk", "mail.check:2026-09-08T07:30:clerk")
                .doesNotContain("mail.check:2026-09-07T07:30:clerk");
    }

    @OnEachDatabase
    void anEndedRuleLaysNothingUntilItGoesOn(TestDatabase db) {
        Desk desk = desk(db);
        lay(desk);
        desk.rules.end(HEAD, CHECK, day("2026-09-02"), "Quy chế mới không yêu cầu");
        assertThat(open(desk, CHECK)).isEmpty();
        desk.clock.set(at("2026-10-01T08:00:00+07:00"));
        lay(desk);
        assertThat(open(desk, CHECK)).isEmpty();
        assertThat(desk.rules.get(HEAD, CHECK))
                .satisfies(detail -> assertThat(detail.next()).isEmpty())
                .satisfies(detail -> assertThat(detail.rule().nextDue()).isEmpty());

        assertCode(() -> desk.rules.pause(HEAD, CHECK, day("2026-10-05"), Optional.empty(), "x"), "duty.rule-ended");
        desk.rules.resume(HEAD, CHECK, day("2026-10-05"), "Yêu cầu lại");
        assertCode(() -> desk.rules.resume(HEAD, CHECK, day("2026-10-06"), "x"), "duty.rule-runs");
        assertThat(open(desk, CHECK)).first().isEqualTo("mail.check:2026-10-05T07:30:clerk");
    }

    @OnEachDatabase
    void refusesWhatCannotHold(TestDatabase db) {
        Desk desk = desk(db);
        assertCode(
                () -> desk.rules.changeSchedule(HEAD, CHECK, "now and then", day("2026-09-02"), "QĐ"),
                "compliance.bad-value.schedule");
        assertCode(
                () -> desk.rules.changeSchedule(HEAD, CHECK, "monthly on 5 at 09:00", day("2026-09-01"), "QĐ"),
                "duty.rule-from-tomorrow");
        assertCode(() -> desk.rules.changeSchedule(HEAD, CHECK, "monthly on 5 at 09:00", null, "QĐ"), "core.required");
        assertCode(
                () -> desk.rules.pause(HEAD, CHECK, day("2026-09-05"), Optional.of(day("2026-09-04")), "x"),
                "duty.rule-ends-before-it-begins");
        assertCode(() -> desk.rules.end(HEAD, CHECK, day("2026-09-05"), " "), "core.required");
        assertThatThrownBy(() -> desk.rules.get(HEAD, "mail.none")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.rules.end(HEAD, "mail.none", day("2026-09-05"), "x"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.rules.list(TEACHER, RuleQuery.ALL, PageRequest.first(10)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.rules.list(TEACHER, RuleQuery.ALL, new PageRequest(10, Optional.of("x"))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.rules.end(TEACHER, CHECK, day("2026-09-05"), "x"))
                .isInstanceOf(Forbidden.class);
        assertThat(desk.ruleStore.changes(CHECK)).isEmpty();
    }

    @OnEachDatabase
    void listsPageSortAndFilter(TestDatabase db) {
        Desk desk = desk(db);
        assertThat(ids(desk, RuleQuery.ALL)).containsExactly(CHECK, REPORT);
        assertThat(ids(desk, RuleQuery.ALL, "-next")).containsExactly(REPORT, CHECK);
        assertThat(ids(desk, RuleQuery.ALL, "title")).containsExactly(REPORT, CHECK);
        assertThat(ids(desk, RuleQuery.ALL, "-title")).containsExactly(CHECK, REPORT);
        assertThat(ids(desk, RuleQuery.ALL, "clause"))
                .as("equal, thus by their ids")
                .hasSize(2);
        Pages.refusesNonsense("title", page -> desk.rules.list(HEAD, RuleQuery.ALL, page));
        assertThat(ids(desk, query(Optional.of("kiem TRA"), Optional.empty(), Optional.empty())))
                .containsExactly(CHECK);
        assertThat(ids(desk, query(Optional.empty(), Optional.of(RuleCourse.State.PAUSED), Optional.empty())))
                .isEmpty();
        assertThat(ids(desk, query(Optional.empty(), Optional.empty(), Optional.of(Post.GUARD))))
                .isEmpty();
        assertThat(desk.rules.domains(HEAD)).containsExactly("mail");
    }

    @OnEachDatabase
    void aPreviewTellsDaysAndPeopleAndChangesNothing(TestDatabase db) {
        Desk desk = desk(db);
        List<RuleDetail.Next> next = desk.rules.preview(HEAD, REPORT, "monthly on 15 at 16:00", day("2026-09-10"));

        assertThat(next).hasSize(10);
        assertThat(next.get(0).dueAt()).as("by the schedule before").isEqualTo(at("2026-09-05T09:00:00+07:00"));
        assertThat(next.get(1)).returns(day("2026-09-15"), RuleDetail.Next::day);
        assertThat(next.get(1).people()).containsExactly("clerk");
        assertThat(desk.rules.get(HEAD, REPORT).schedules()).isEmpty();
    }

    private Desk desk(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(HEAD, "duty:read", "regulation:edit");
        desk.directory
                .person("clerk", "Lê Thị Lan", Post.RECORDS_CLERK)
                .person("principal", "Trần Quang Minh", Post.PRINCIPAL);
        desk.dutySources.add(() -> List.of(
                rule(CHECK, "Kiểm tra hộp thư", "daily 07:30-08:00 on school days"),
                rule(REPORT, "Báo cáo tháng", "monthly on 5 at 09:00")));
        return desk;
    }

    private static DutyRule rule(String id, String title, String schedule) {
        return new DutyRule(
                id,
                id,
                "TA.3",
                title,
                new Who.Holders(Post.RECORDS_CLERK),
                Schedule.parse(schedule),
                "/mail",
                List.of(),
                List.of());
    }

    private static void lay(Desk desk) {
        assertThat(desk.dutySources.each(rule -> {
                    desk.recurring.lay(rule);
                    return rule.id();
                }))
                .hasSize(2);
    }

    private static RuleQuery query(Optional<String> text, Optional<RuleCourse.State> state, Optional<Post> post) {
        return new RuleQuery(Optional.empty(), state, post, text);
    }

    private static List<String> ids(Desk desk, RuleQuery query) {
        return ids(desk, query, "next");
    }

    private static List<String> ids(Desk desk, RuleQuery query, String sort) {
        return Pages.read(sort, page -> desk.rules.list(HEAD, query, page)).stream()
                .map(RuleView::id)
                .toList();
    }

    private static List<String> open(Desk desk, String kind) {
        return all(desk).stream()
                .filter(duty -> duty.kind().equals(kind) && duty.state() == Duty.State.OPEN)
                .map(Duty::key)
                .toList();
    }

    private static Duty duty(Desk desk, String key) {
        return all(desk).stream()
                .filter(duty -> duty.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<Duty> all(Desk desk) {
        Duties.Query everything = new Duties.Query(
                Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
        return Page.every(page -> desk.duties.list(HEAD, everything, page)).toList();
    }

    private static void assertCode(ThrowingCallable call, String code) {
        assertThatThrownBy(call).satisfies(error -> {
            if (error instanceof Invalid invalid) {
                assertThat(invalid.fields()).extracting("code").contains(code);
            } else {
                assertThat(((Conflict) error).code()).isEqualTo(code);
            }
        });
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
