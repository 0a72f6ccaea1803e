package vn.quyche.district.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.district.api.DutyCount;
import vn.quyche.district.api.DutyMonth;
import vn.quyche.district.api.MonthFigures;
import vn.quyche.district.api.Overviews;
import vn.quyche.district.api.PushedSummary;
import vn.quyche.district.api.SchoolInspection;
import vn.quyche.district.api.SchoolMonth;
import vn.quyche.district.api.SchoolOverview;
import vn.quyche.district.api.TrendMonth;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

@Regulated("BC.7.2")
class DefaultOverviewsTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private DistrictFixture office;
    private String a;

    private void open(TestDatabase db) {
        office = new DistrictFixture(db);
        a = office.pushing("A", "Trường A");
        office.pushing("B", "Trường B");
        office.push(
                office.machineA, "A", DistrictFixture.group("1", "Hội đồng"), DistrictFixture.group("2", "Tổ Toán"));
    }

    private static SchoolInspection report(String id, String group, String to, int missing, int found) {
        LocalDate last = LocalDate.parse(to);
        return new SchoolInspection(
                id,
                group,
                "N" + group,
                "Nhóm " + group,
                last.withDayOfMonth(1),
                last,
                Instant.parse("2026-11-01T02:00:00Z"),
                missing,
                1,
                5,
                2,
                3,
                found,
                1);
    }

    private static DutyMonth duties(String month, int missed) {
        return new DutyMonth(
                month,
                List.of(
                        new DutyCount("group", "TEACHER", 10 + missed, 7, 2, missed, 1, 0),
                        new DutyCount("duty", "NONE", 1, 1, 0, 0, 0, 0)));
    }

    private PushedSummary summary(String code, List<SchoolInspection> reports, DutyMonth... duties) {
        return new PushedSummary(code, office.clock.instant(), "2026-09", "2026-11", reports, List.of(duties));
    }

    private List<SchoolOverview> list(Overviews.Part part, String sort) {
        return Page.every(page -> office.overviews.list(
                        office.reader,
                        new Overviews.Query(OCTOBER, Optional.empty(), part),
                        new PageRequest(1, page.after(), Optional.of(sort))))
                .toList();
    }

    @OnEachDatabase
    void whatASchoolSendsIsSeenByMonthGroupDomainAndRole(TestDatabase db) {
        open(db);
        office.overviews.push(
                office.machineA,
                summary(
                        "A",
                        List.of(
                                report("r1", "1", "2026-10-31", 3, 1),
                                report("r2", "1", "2026-10-15", 0, 0),
                                report("r3", "2", "2026-09-30", 4, 0)),
                        duties("2026-10", 4),
                        duties("2026-09", 0)));

        SchoolMonth october = office.overviews.month(office.reader, a, OCTOBER);

        assertThat(october.school().figures()).isEqualTo(new MonthFigures(2, 1, 5, 10, 4, 6, 1, 2, 15, 8, 2, 4, 1, 0));
        assertThat(october.school().groups()).isEqualTo(2);
        assertThat(october.inspections()).extracting(SchoolInspection::id).containsExactly("r2", "r1");
        assertThat(october.inspections().get(1)).isEqualTo(report("r1", "1", "2026-10-31", 3, 1));
        assertThat(october.duties())
                .containsExactly(
                        new DutyCount("duty", "NONE", 1, 1, 0, 0, 0, 0),
                        new DutyCount("group", "TEACHER", 14, 7, 2, 4, 1, 0));
        assertThat(office.overviews.trend(office.reader, a, OCTOBER, 3))
                .extracting(
                        TrendMonth::month,
                        row -> row.figures().missed(),
                        row -> row.figures().differences())
                .containsExactly(tuple("2026-08", 0, 0), tuple("2026-09", 0, 5), tuple("2026-10", 4, 5));
    }

    @OnEachDatabase
    void laterFiguresReplaceThoseOfTheirMonthsAndNoOthers(TestDatabase db) {
        open(db);
        office.overviews.push(
                office.machineA,
                summary(
                        "A",
                        List.of(report("r1", "1", "2026-10-31", 3, 1), report("r3", "2", "2026-09-30", 4, 0)),
                        duties("2026-10", 4),
                        duties("2026-09", 2)));
        office.clock.advance(Duration.ofDays(1));
        office.overviews.push(
                office.machineA,
                new PushedSummary(
                        "A",
                        office.clock.instant(),
                        "2026-10",
                        "2026-11",
                        List.of(report("r1", "1", "2026-10-31", 3, 0), report("r4", "2", "2026-11-01", 1, 0)),
                        List.of(duties("2026-11", 1))));

        assertThat(office.overviews.trend(office.reader, a, YearMonth.of(2026, 11), 3))
                .extracting(
                        row -> row.figures().reports(),
                        row -> row.figures().found(),
                        row -> row.figures().due())
                .containsExactly(tuple(1, 0, 13), tuple(1, 0, 0), tuple(1, 0, 12));
        assertThat(office.overviews.month(office.reader, a, OCTOBER).duties()).isEmpty();
    }

    @OnEachDatabase
    void refusesAnotherSchoolsFiguresOlderOnesAndBrokenOnesWhole(TestDatabase db) {
        open(db);
        List<SchoolInspection> none = List.of();
        assertThatThrownBy(() -> office.overviews.push(office.machineB, summary("A", none)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.overviews.push(office.reader, summary("A", none)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.overviews.push(office.machineA, null)).isInstanceOf(Invalid.class);
        office.overviews.push(office.machineA, summary("A", none, duties("2026-10", 1)));
        assertThatThrownBy(() -> office.overviews.push(
                        office.machineA,
                        new PushedSummary(
                                "A", office.clock.instant().minusSeconds(1), "2026-10", "2026-10", none, List.of())))
                .isInstanceOf(Conflict.class);
        DutyMonth wrongSum = new DutyMonth("2026-10", List.of(new DutyCount("group", "TEACHER", 9, 1, 0, 0, 0, 0)));
        DutyMonth person =
                new DutyMonth("2026-10", List.of(new DutyCount("group", "Trần Thị Ngọc Lan", 1, 1, 0, 0, 0, 0)));
        DutyMonth negative = new DutyMonth("2026-10", List.of(new DutyCount("group", "TEACHER", 0, -1, 1, 0, 0, 0)));
        List<DutyMonth> withNull = new ArrayList<>();
        withNull.add(null);
        List<PushedSummary> broken = List.of(
                summary("A", none, wrongSum),
                summary("A", none, person),
                summary("A", none, negative),
                summary("A", none, duties("2026-12", 1)),
                summary("A", none, duties("tháng 10", 1)),
                summary("A", none, duties("2026-10", 1), duties("2026-10", 1)),
                summary("A", List.of(report("r1", "1", "2026-08-31", 1, 0))),
                summary("A", List.of(report("r1", "1", "2026-10-31", 1, 0), report("r1", "2", "2026-10-31", 1, 0))),
                summary("A", List.of(report("r1", "1", "2026-10-31", -1, 0))),
                summary("A", List.of(report("x".repeat(41), "1", "2026-10-31", 1, 0))),
                new PushedSummary("A", office.clock.instant(), "2026-11", "2026-10", none, List.of()),
                new PushedSummary("A", office.clock.instant(), null, null, null, withNull),
                new PushedSummary("A", null, "2026-10", "2026-10", none, List.of()));
        for (PushedSummary bad : broken) {
            assertThatThrownBy(() -> office.overviews.push(office.machineA, bad))
                    .as(bad.toString())
                    .isInstanceOf(Invalid.class);
        }
        assertThat(office.overviews
                        .month(office.reader, a, OCTOBER)
                        .school()
                        .figures()
                        .missed())
                .isEqualTo(1);
    }

    @OnEachDatabase
    void schoolsAreFilteredAndSortedByWhatIsWrong(TestDatabase db) {
        open(db);
        office.pushing("C", "Trường C");
        office.overviews.push(
                office.machineA, summary("A", List.of(report("r1", "1", "2026-10-31", 2, 1)), duties("2026-10", 1)));
        office.overviews.push(office.machineB, summary("B", List.of(), duties("2026-10", 8)));

        assertThat(list(Overviews.Part.ALL, ""))
                .extracting(SchoolOverview::schoolCode)
                .containsExactly("A", "B", "C");
        assertThat(list(Overviews.Part.ALL, "-missed"))
                .extracting(SchoolOverview::schoolCode)
                .containsExactly("B", "A", "C");
        assertThat(list(Overviews.Part.ALL, "-differences"))
                .extracting(SchoolOverview::schoolCode)
                .containsExactly("A", "C", "B");
        assertThat(list(Overviews.Part.ALL, "taken"))
                .extracting(SchoolOverview::schoolCode)
                .startsWith("C");
        assertThat(list(Overviews.Part.ALL, "-name"))
                .extracting(SchoolOverview::schoolCode)
                .containsExactly("C", "B", "A");
        assertThat(list(Overviews.Part.ATTENTION, ""))
                .extracting(SchoolOverview::schoolCode)
                .containsExactly("A", "B");
        assertThat(list(Overviews.Part.STALE, ""))
                .extracting(SchoolOverview::schoolCode)
                .containsExactly("C");
        office.clock.advance(Duration.ofDays(4));
        assertThat(list(Overviews.Part.STALE, "")).hasSize(3).allMatch(SchoolOverview::stale);
        assertThat(office.overviews
                        .list(
                                office.reader,
                                new Overviews.Query(OCTOBER, Optional.of("TRUONG b"), Overviews.Part.ALL),
                                PageRequest.first())
                        .items())
                .extracting(SchoolOverview::schoolCode)
                .containsExactly("B");
    }

    @OnEachDatabase
    void readingTakesThePermissionAKnownSchoolAndItsOwnCursor(TestDatabase db) {
        open(db);
        Overviews.Query all = new Overviews.Query(OCTOBER, Optional.empty(), Overviews.Part.ALL);
        assertThatThrownBy(() -> office.overviews.list(office.machineA, all, PageRequest.first()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.overviews.month(office.machineA, a, OCTOBER))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.overviews.trend(office.machineA, a, OCTOBER, 3))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.overviews.month(office.reader, "none", OCTOBER))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> office.overviews.trend(office.reader, "none", OCTOBER, 3))
                .isInstanceOf(NotFound.class);
        for (int months : new int[] {0, -1, 25, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> office.overviews.trend(office.reader, a, OCTOBER, months))
                    .isInstanceOf(Invalid.class);
        }
        String foreign = office.overviews
                .list(
                        office.reader,
                        new Overviews.Query(OCTOBER, Optional.empty(), Overviews.Part.ALL),
                        PageRequest.first(1).sorted("-missed"))
                .next()
                .orElseThrow();
        for (String cursor : List.of(foreign, "x", "' or '1'='1")) {
            assertThatThrownBy(
                            () -> office.overviews.list(office.reader, all, new PageRequest(10, Optional.of(cursor))))
                    .isInstanceOf(Invalid.class);
        }
    }
}
