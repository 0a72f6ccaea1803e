package vn.quyche.core.compliance.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.DutySummaries;
import vn.quyche.core.api.compliance.DutySummary;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.store.JpaDutySummaryStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class DutySummariesTest {

    private final TestClock clock = TestClock.at("2026-10-01T08:00:00+07:00");
    private final Caller district = TestCaller.machine("district");
    private Desk desk;
    private DutySummaries summaries;

    private void open(TestDatabase db) {
        desk = Desk.of(db, clock);
        desk.directory
                .person("lan", "Trần Thị Ngọc Lan", Post.TEACHER, Post.HOMEROOM_TEACHER)
                .person("minh", "Phạm Văn Minh", Post.TEACHER)
                .person("ha", "Lê Thu Hà", Post.RECORDS_CLERK);
        desk.access.grant(district, "duty:collect");
        summaries =
                new DefaultDutySummaries(desk.access, new JpaDutySummaryStore(desk.unit.jpa()), desk.directory, clock);
    }

    private void duty(String key, String person, String due) {
        desk.duties.assign(List.of(new NewDuty(
                key,
                "group.reply",
                "BC.3.3",
                "Việc của " + person,
                person,
                "directive",
                key,
                "/group",
                Instant.parse(due),
                List.of(),
                Optional.empty())));
    }

    @OnEachDatabase
    void countsAMonthByDomainAndRoleAndNamesNobody(TestDatabase db) {
        open(db);
        // the last second of September in Vietnam, and the first of November
        duty("september", "lan", "2026-09-30T16:59:59Z");
        duty("november", "lan", "2026-10-31T17:00:00Z");
        duty("in-time", "lan", "2026-10-05T05:00:00Z");
        duty("late", "minh", "2026-10-05T05:00:00Z");
        duty("missed", "minh", "2026-10-06T05:00:00Z");
        duty("open", "minh", "2026-10-31T16:59:59Z");
        duty("excused", "ha", "2026-10-07T05:00:00Z");
        duty("withdrawn", "ha", "2026-10-08T05:00:00Z");
        duty("nobody", "unknown", "2026-10-09T05:00:00Z");
        desk.duties.done("in-time", "x");
        desk.duties.withdraw("directive", "withdrawn", "x");
        desk.access.grant(TestCaller.person("head"), "duty:excuse");
        Duty excused = desk.store.about("directive", List.of("excused")).get(0);
        desk.duties.excuse(TestCaller.person("head"), excused.id(), "Nghỉ ốm");
        clock.set(Instant.parse("2026-10-10T05:00:00Z"));
        desk.duties.done("late", "x");
        desk.directory.left("lan", LocalDate.of(2026, 11, 5));
        clock.set(Instant.parse("2026-10-20T05:00:00Z"));

        List<DutySummary> months = summaries.collect(district, "2026-10", "2026-10");

        assertThat(months)
                .containsExactly(new DutySummary(
                        "2026-10",
                        List.of(
                                new DutySummary.Line("group", "NONE", 1, 0, 0, 1, 0, 0),
                                new DutySummary.Line("group", "RECORDS_CLERK", 1, 0, 0, 0, 1, 0),
                                new DutySummary.Line("group", "TEACHER", 4, 1, 1, 1, 0, 1))));
        assertThat(months.toString()).doesNotContain("lan", "Việc");

        clock.set(Instant.parse("2026-12-20T05:00:00Z"));
        assertThat(summaries.collect(district, "2026-10", "2026-10").get(0).lines())
                .as("who left in November had the post in October")
                .contains(new DutySummary.Line("group", "TEACHER", 4, 1, 1, 2, 0, 0));
        assertThat(summaries.collect(district, "2026-08", "2026-12"))
                .extracting(DutySummary::month)
                .containsExactly("2026-09", "2026-10", "2026-11");
    }

    @OnEachDatabase
    void asksForThePermissionAndForMonths(TestDatabase db) {
        open(db);
        assertThatThrownBy(() -> summaries.collect(TestCaller.person("lan"), "2026-10", "2026-10"))
                .isInstanceOf(Forbidden.class);
        for (String bad : new String[] {"", "2026-13", "x", "2026-10-01", "99999-01", "0001-01", "2026-11"}) {
            assertThatThrownBy(() -> summaries.collect(district, bad, "2026-10"))
                    .as(bad)
                    .isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> summaries.collect(district, null, null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> summaries.collect(district, "2024-10", "2026-10"))
                .as("25 months")
                .isInstanceOf(Invalid.class);
    }
}
