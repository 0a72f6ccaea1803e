package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.members.PostingPolicy;
import vn.quyche.group.api.schedule.ScheduleState;
import vn.quyche.group.api.schedule.ScheduledIssue;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestDatabase;

class DefaultScheduledIssuesTest {

    private static final Instant AFTERNOON = at("2026-10-05T16:00");
    private static final Instant NIGHT = at("2026-10-05T22:30");
    private static final Instant MORNING = at("2026-10-06T06:00");

    @OnEachDatabase
    @Regulated("BC.5.1")
    void issuesADraftAtItsMomentOnceAlsoWithTwoNodes(TestDatabase db) throws Exception {
        SchoolFixture school = new SchoolFixture(db);
        String id = draft(school);
        school.scheduled.schedule(school.principal, id, 1, AFTERNOON, "");
        school.scheduler.run();
        assertThat(school.directives.get(school.principal, id).state()).isEqualTo(DirectiveState.DRAFT);

        school.clock.set(AFTERNOON);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (Future<?> run : List.of(nodes.submit(school.scheduler::run), nodes.submit(school.scheduler::run))) {
                run.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        Directive issued = school.directives.get(school.teacher, id);
        assertThat(issued.state()).isEqualTo(DirectiveState.ISSUED);
        assertThat(issued.number()).isEqualTo("01/2026/N01");
        assertThat(issued.standing().issuance().at()).contains(AFTERNOON);
        assertThat(school.scheduled.find(school.principal, id)).isEmpty();
        assertThat(school.notices.sentTo(SchoolFixture.TEACHER)).hasSize(1);
        assertThat(school.acts.done())
                .filteredOn(done -> done.action().equals("group.issue-directive"))
                .singleElement()
                .satisfies(done -> {
                    assertThat(done.caller().isSystem()).isTrue();
                    assertThat(done.note()).startsWith("Hẹn giờ: ");
                });
        assertThat(school.directives.verify(school.principal, issued.groupId())).isEmpty();
    }

    @OnEachDatabase
    @Regulated("BC.5.1")
    void keepsTheQuietHoursUnlessItIsUrgent(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String quiet = draft(school);
        String urgent = draft(school);

        ScheduledIssue moved = school.scheduled.schedule(school.principal, quiet, 1, NIGHT, "");
        ScheduledIssue kept = school.scheduled.schedule(school.principal, urgent, 1, NIGHT, "Bão đổ bộ trong đêm");
        assertThat(moved.dueAt()).isEqualTo(MORNING);
        assertThat(moved.moved()).isTrue();
        assertThat(kept.dueAt()).isEqualTo(NIGHT);

        school.clock.set(NIGHT);
        school.scheduler.run();
        assertThat(school.directives.get(school.principal, quiet).state()).isEqualTo(DirectiveState.DRAFT);
        assertThat(school.directives.get(school.principal, urgent).state()).isEqualTo(DirectiveState.ISSUED);
        school.clock.set(MORNING);
        school.scheduler.run();
        assertThat(school.directives.get(school.principal, quiet).state()).isEqualTo(DirectiveState.ISSUED);

        school.regulations.with("group.quiet-refuses", true);
        String other = draft(school);
        assertThatThrownBy(() -> school.scheduled.schedule(school.principal, other, 1, at("2026-10-06T05:00"), ""))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> school.scheduled.schedule(school.principal, other, 1, at("2026-10-06T21:00"), ""))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.clause()).contains("BC.5.1");
                    assertThat(refused.code()).isEqualTo("group.quiet-hours");
                    assertThat(refused.args()).containsExactly("21:00", "06:00");
                });
        assertThat(school.scheduled.quietHours().to()).hasToString("06:00");
    }

    @OnEachDatabase
    void whatTheServerMissedUntilTheNightWaitsForTheMorning(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = draft(school);
        school.scheduled.schedule(school.principal, id, 1, AFTERNOON, "");

        school.clock.set(NIGHT);
        school.scheduler.run();
        assertThat(school.scheduled.find(school.principal, id))
                .map(ScheduledIssue::dueAt)
                .contains(MORNING);
        assertThat(school.directives.get(school.principal, id).state()).isEqualTo(DirectiveState.DRAFT);
    }

    @OnEachDatabase
    @Regulated({"BC.5.1", "MT.12.1"})
    void tellsAuthorAndLeaderWhenItIsRefusedAndDoesNothingOfIt(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String id = school.directives.draft(school.vice, school.newDirective(group, "Nộp báo cáo"), "");
        school.scheduled.schedule(school.vice, id, 1, AFTERNOON, "");
        school.suspend(group, SchoolFixture.VICE, java.time.LocalDate.of(2026, 12, 31));

        school.clock.set(AFTERNOON);
        school.scheduler.run();
        school.scheduler.run();

        assertThat(school.directives.get(school.vice, id).state()).isEqualTo(DirectiveState.DRAFT);
        assertThat(school.scheduled.find(school.vice, id)).hasValueSatisfying(plan -> {
            assertThat(plan.state()).isEqualTo(ScheduleState.FAILED);
            assertThat(plan.failure()).isEqualTo("group.posting-withdrawn");
        });
        for (String told : List.of(SchoolFixture.VICE, SchoolFixture.PRINCIPAL)) {
            assertThat(school.notices.sentTo(told))
                    .extracting(NewNotice::title)
                    .containsExactly("Chưa ban hành được chỉ đạo hẹn giờ: Nộp báo cáo");
        }
        assertThat(school.notices.sentTo(SchoolFixture.TEACHER)).isEmpty();
        assertThat(school.duties.all()).isEmpty();
        assertThat(school.directives.verify(school.principal, group)).isEmpty();
        assertThat(school.directives
                        .issue(
                                school.principal,
                                school.directives.draft(school.principal, school.newDirective(group, "Khác"), ""),
                                1)
                        .number())
                .isEqualTo("01/2026/N01");
    }

    @OnEachDatabase
    void mayBeTakenBackByWhoPlannedItAndGoesWithTheDraft(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = draft(school);
        school.scheduled.schedule(school.principal, id, 1, AFTERNOON, "");
        assertThatThrownBy(() -> school.scheduled.takeBack(school.vice, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> school.scheduled.schedule(school.vice, id, 1, AFTERNOON, ""))
                .isInstanceOf(NotFound.class);
        school.scheduled.takeBack(school.principal, id);
        school.clock.set(AFTERNOON);
        school.scheduler.run();
        assertThat(school.directives.get(school.principal, id).state()).isEqualTo(DirectiveState.DRAFT);
        assertThatThrownBy(() -> school.scheduled.takeBack(school.principal, id))
                .isInstanceOf(NotFound.class);

        school.scheduled.schedule(school.principal, id, 1, at("2026-10-05T17:00"), "");
        school.directives.discard(school.principal, id);
        String byHand = draft(school);
        school.scheduled.schedule(school.principal, byHand, 1, at("2026-10-05T17:00"), "");
        school.directives.issue(school.principal, byHand, 1);
        assertThat(school.scheduled
                        .list(school.principal, Optional.empty(), PageRequest.first())
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> school.scheduled.schedule(school.principal, byHand, 2, at("2026-10-05T18:00"), ""))
                .isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    void checksAtOnceWhatIssuingChecksAndListsTheNextFirst(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String one = draft(school);
        String two = draft(school);
        assertThatThrownBy(() -> school.scheduled.schedule(school.principal, one, 1, school.clock.instant(), ""))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> school.scheduled.schedule(school.principal, one, 1, at("2030-10-05T16:00"), ""))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> school.scheduled.schedule(school.principal, one, 7, AFTERNOON, ""))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> school.scheduled.schedule(school.principal, one, 1, at("2026-10-06T17:00"), ""))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("group.deadline-before-issue"));

        school.scheduled.schedule(school.principal, one, 1, at("2026-10-05T18:00"), "");
        school.scheduled.schedule(school.principal, two, 1, AFTERNOON, "");
        var first = school.scheduled.list(school.principal, Optional.of(ScheduleState.WAITING), PageRequest.first(1));
        var second = school.scheduled.list(school.principal, Optional.empty(), new PageRequest(1, first.next()));
        assertThat(first.items()).extracting(ScheduledIssue::directiveId).containsExactly(two);
        assertThat(second.items()).extracting(ScheduledIssue::directiveId).containsExactly(one);
        assertThat(Pages.read("-due", page -> school.scheduled.list(school.principal, Optional.empty(), page)))
                .extracting(ScheduledIssue::directiveId)
                .containsExactly(one, two);
        Pages.refusesNonsense("due", page -> school.scheduled.list(school.principal, Optional.empty(), page));
        assertThat(school.scheduled
                        .list(school.vice, Optional.empty(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    private static String draft(SchoolFixture school) {
        String group = school
                .groups
                .list(school.principal, vn.quyche.group.api.Groups.Query.active(), PageRequest.first())
                .items()
                .stream()
                .findFirst()
                .map(vn.quyche.group.api.MessagingGroup::id)
                .orElseGet(school::schoolGroup);
        return school.directives.draft(school.principal, school.newDirective(group, "Nộp báo cáo"), "");
    }

    @OnEachDatabase
    @Regulated("MT.12.1")
    void asksAgainAtItsMomentWhetherAuthorAndAccountMayIssue(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String id = school.directives.draft(school.vice, school.newDirective(group, "Nộp báo cáo"), "");
        school.scheduled.schedule(school.vice, id, 1, AFTERNOON, "");
        school.access.revoke(school.vice, "group:issue");

        school.clock.set(AFTERNOON);
        school.scheduler.run();
        assertThat(school.scheduled.find(school.vice, id))
                .hasValueSatisfying(plan -> assertThat(plan.failure()).isEqualTo("group.schedule-not-allowed"));

        school.access.grantOwn(school.vice, "group:issue");
        school.postingRights.say(
                school.principal, group, PostingPolicy.READ_ONLY, java.time.LocalDate.of(2026, 10, 6), "Nghỉ hè", "");
        school.scheduled.schedule(school.vice, id, 1, MORNING, "");
        school.clock.set(MORNING);
        school.scheduler.run();
        assertThat(school.scheduled.find(school.vice, id))
                .hasValueSatisfying(plan -> assertThat(plan.failure()).isEqualTo("group.not-a-poster.READ_ONLY"));
        assertThat(school.directives.get(school.vice, id).state()).isEqualTo(DirectiveState.DRAFT);
    }

    private static Instant at(String vietnamTime) {
        return OffsetDateTime.parse(vietnamTime + ":00+07:00").toInstant();
    }
}
