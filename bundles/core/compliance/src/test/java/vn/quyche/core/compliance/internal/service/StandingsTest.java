package vn.quyche.core.compliance.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Clause.Kind;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.compliance.spi.EvidenceSource;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.print.SigningCapacity;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.model.Decision;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.Edition.Content;
import vn.quyche.core.compliance.internal.model.Judgement.Reason;
import vn.quyche.core.compliance.internal.model.Tally;
import vn.quyche.core.compliance.internal.model.Trend;
import vn.quyche.core.compliance.internal.model.Verdict;
import vn.quyche.core.compliance.internal.service.Standings.Overview;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class StandingsTest {

    private static final Caller HEAD = TestCaller.person("head");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 30);
    private static final DaySpan OCTOBER = new DaySpan(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
    private static final String CLAUSE = "TA.12a";

    private final TestClock clock = TestClock.at("2026-10-30T08:00:00+07:00");

    @OnEachDatabase
    void aDutyCountsOnTheDayOnWhichItWasDueAndChangesItWhenItIsSettled(TestDatabase db) {
        StandingDesk desk = desk(db);
        desk.lay("in time", CLAUSE, Duration.ofHours(1));
        desk.lay("late", CLAUSE, Duration.ofHours(2));
        desk.lay("excused", CLAUSE, Duration.ofHours(2));
        desk.lay("ahead", CLAUSE, Duration.ofDays(9));
        desk.desk.duties.done("in time", "receipt");
        desk.job.run();
        assertThat(tally(desk, OCTOBER)).isEqualTo(Tally.NONE);

        clock.advance(Duration.ofHours(3));
        desk.job.run();
        assertThat(tally(desk, OCTOBER)).extracting(Tally::done, Tally::missed).containsExactly(1L, 2L);

        // Over midnight, the end of the month and two days without a server.
        clock.set(Instant.parse("2026-11-02T01:00:00Z"));
        desk.desk.duties.done("late", "receipt");
        desk.desk.access.grant(HEAD, "duty:excuse");
        desk.desk.duties.excuse(HEAD, duty(desk, "excused"), "Nghỉ ốm");
        desk.job.run();
        assertThat(tally(desk, OCTOBER))
                .extracting(Tally::done, Tally::late, Tally::missed, Tally::due)
                .containsExactly(1L, 1L, 0L, 2L);
        assertThat(tally(desk, new DaySpan(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30))))
                .isEqualTo(Tally.NONE);
        assertThat(desk.standings.countedAt()).contains(clock.instant());
    }

    @OnEachDatabase
    void whatIsDueAtTheLastMinuteOfADayBelongsToItAlsoOverTet(TestDatabase db) {
        clock.set(Instant.parse("2027-02-05T10:00:00Z"));
        StandingDesk desk = desk(db);
        Instant midnight = VietnamTime.startOf(LocalDate.of(2027, 2, 6));
        desk.lay("last minute", CLAUSE, Duration.between(clock.instant(), midnight.minusMillis(1)));
        desk.lay("new day", CLAUSE, Duration.between(clock.instant(), midnight));
        clock.set(Instant.parse("2027-02-15T01:00:00Z"));
        desk.job.run();

        assertThat(tally(desk, oneDay(LocalDate.of(2027, 2, 5))).missed()).isEqualTo(1);
        assertThat(tally(desk, oneDay(LocalDate.of(2027, 2, 6))).missed()).isEqualTo(1);
        assertThat(desk.standings.period(Optional.of("2027-02"), Optional.empty(), Optional.empty()))
                .isEqualTo(new DaySpan(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 15)));
    }

    @OnEachDatabase
    void thePastIsJudgedByTheThresholdsOfItsDay(TestDatabase db) {
        StandingDesk desk = desk(db);
        for (int i = 0; i < 20; i++) {
            desk.lay("a" + i, CLAUSE, Duration.ofMinutes(1));
            desk.desk.duties.done("a" + i, "receipt");
        }
        desk.lay("missed", CLAUSE, Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(5));
        desk.job.run();
        assertThat(verdict(desk, OCTOBER)).isEqualTo(Verdict.AT_RISK);

        clock.advance(Duration.ofDays(2));
        desk.desk.values.set(
                HEAD, "compliance.standing-broken-missed-percent", "0", LocalDate.of(2026, 11, 1), "9/QĐ-THTA");
        assertThat(verdict(desk, OCTOBER)).isEqualTo(Verdict.AT_RISK);
        desk.lay("missed again", CLAUSE, Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(5));
        desk.job.run();
        assertThat(verdict(desk, new DaySpan(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 1))))
                .isEqualTo(Verdict.BROKEN);
        assertThat(verdict(desk, new DaySpan(OCTOBER.from(), LocalDate.of(2026, 11, 1))))
                .isEqualTo(Verdict.BROKEN);
    }

    @OnEachDatabase
    void aRegulationOfTheSchoolIsJudgedOnTheDaysOnWhichItHeldInItsOwnNumbers(TestDatabase db) {
        StandingDesk desk = desk(db);
        desk.lay("before", CLAUSE, Duration.ofMinutes(1));
        clock.advance(Duration.ofDays(1));
        String draft = desk.desk.adopted.start(HEAD, "", "TA", "");
        decide(desk.desk, edit(desk.desk, draft, content -> with(content, LocalDate.of(2026, 11, 3))));
        desk.job.run();
        assertThat(verdict(desk, OCTOBER)).isEqualTo(Verdict.BROKEN);
        assertThat(desk.standings.overview(HEAD, OCTOBER)).noneMatch(Overview::adopted);

        clock.set(Instant.parse("2026-11-04T01:00:00Z"));
        desk.job.run();
        DaySpan both = new DaySpan(OCTOBER.from(), LocalDate.of(2026, 11, 4));
        List<Overview> overview = desk.standings.overview(HEAD, both);
        assertThat(overview.get(0).adopted()).isTrue();
        assertThat(overview).extracting(Overview::id).doesNotContain("TA").contains("BC", "MT");
        StandingLine line = line(desk, both);
        assertThat(line.tally()).isEqualTo(Tally.NONE);
        assertThat(line.judgement().reason()).isEqualTo(Reason.NOTHING_AROSE);
        assertThat(line.article()).contains("Điều 12");
        assertThat(line.regulation()).isEqualTo(overview.get(0).id());
        for (Overview one : overview) {
            Standings.RegulationStanding alone = desk.standings.regulation(HEAD, one.id(), both);
            assertThat(alone.overview()).isEqualTo(one);
            assertThat(alone.lines()).isEqualTo(desk.standings.lines(HEAD, Standings.Query.of(one.id()), both));
        }
        assertThatThrownBy(() -> desk.standings.regulation(HEAD, "TA", both)).isInstanceOf(NotFound.class);
    }

    @OnEachDatabase
    void aClauseWhoseBundleIsNotThereSaysSo(TestDatabase db) {
        StandingDesk desk = desk(db);
        List<StandingLine> portal = desk.standings.lines(
                HEAD,
                new Standings.Query(
                        Optional.of("TT"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Kind.DUTY),
                        Optional.of("portal")),
                OCTOBER);
        assertThat(portal)
                .isNotEmpty()
                .allMatch(line -> !line.installed() && line.bundle().equals("portal"))
                .allMatch(line -> line.judgement().reason() == Reason.NO_BUNDLE);
    }

    @OnEachDatabase
    void evidenceOfAllSourcesIsPagedTogether(TestDatabase db) {
        List<Evidence> given = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            given.add(new Evidence(
                    "g" + i,
                    CLAUSE,
                    Instant.parse("2026-10-30T02:00:00Z").plusSeconds(i),
                    i % 2 == 0 ? Evidence.Kind.KEPT : Evidence.Kind.VIOLATION,
                    "Dòng " + i,
                    "",
                    Optional.empty()));
        }
        StandingDesk desk = desk(db, new Given(given));
        for (int i = 0; i < 5; i++) {
            desk.lay("d" + i, CLAUSE, Duration.ofMinutes(90 + i));
        }
        clock.advance(Duration.ofHours(5));
        desk.job.run();

        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Standings.EvidenceLine> page =
                    desk.standings.evidence(HEAD, CLAUSE, OCTOBER, Optional.empty(), new PageRequest(5, after));
            page.items().forEach(line -> seen.add(line.evidence().text()));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).hasSize(12).doesNotHaveDuplicates();
        assertThat(seen.get(0)).isEqualTo("Việc d4");
        assertThat(desk.standings
                        .evidence(HEAD, CLAUSE, OCTOBER, Optional.of(Evidence.Kind.VIOLATION), PageRequest.first())
                        .items())
                .hasSize(3);
        StandingLine line = line(desk, OCTOBER);
        assertThat(line.tally())
                .extracting(Tally::missed, Tally::kept, Tally::violations)
                .containsExactly(5L, 4L, 3L);
        assertThat(line.judgement().verdict()).isEqualTo(Verdict.BROKEN);
        assertThatThrownBy(() -> desk.standings.evidence(
                        HEAD, CLAUSE, OCTOBER, Optional.empty(), new PageRequest(5, Optional.of("x"))))
                .isInstanceOf(Invalid.class);
    }

    @OnEachDatabase
    void decisionsProveThatRegulationsAreAmendedByDecision(TestDatabase db) {
        StandingDesk desk = desk(db);
        desk.desk.values.set(HEAD, "compliance.acknowledge-days", "3", TODAY, "9/QĐ-THTA");
        desk.job.run();

        assertThat(desk.standings
                        .clause(HEAD, "BC.7.4", OCTOBER)
                        .lines()
                        .get(0)
                        .judgement()
                        .verdict())
                .isEqualTo(Verdict.KEPT);
        clock.advance(Duration.ofMinutes(1));
        assertThat(desk.standings
                        .evidence(HEAD, "BC.7.4", OCTOBER, Optional.empty(), PageRequest.first())
                        .items())
                .extracting(line -> line.evidence().text())
                .containsExactly("Giá trị mới của tham số theo 9/QĐ-THTA: 3");
    }

    @OnEachDatabase
    void aSourceThatFailsHoldsUpNoOtherAndKeepsWhatItCounted(TestDatabase db) {
        Given source = new Given(List.of(new Evidence(
                "g", CLAUSE, Instant.parse("2026-10-30T00:30:00Z"), Evidence.Kind.KEPT, "x", "", Optional.empty())));
        StandingDesk desk = desk(db, source);
        desk.job.run();
        source.fails = true;
        desk.lay("a", CLAUSE, Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(2));
        desk.job.run();

        assertThat(tally(desk, OCTOBER)).extracting(Tally::kept, Tally::missed).containsExactly(1L, 1L);
        assertThat(desk.job.check().detail()).contains("test.given");
        source.fails = false;
        desk.job.run();
        assertThat(desk.job.check().detail()).contains("4 nguồn");
    }

    @OnEachDatabase
    void isCountedAgainOnDemandByOneAtATime(TestDatabase db) {
        Given source = new Given(new ArrayList<>());
        StandingDesk desk = desk(db, source);
        desk.job.run();
        source.lines.add(new Evidence(
                "old", CLAUSE, Instant.parse("2026-09-10T00:30:00Z"), Evidence.Kind.KEPT, "x", "", Optional.empty()));
        desk.job.run();
        DaySpan september = new DaySpan(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30));
        assertThat(tally(desk, september).kept()).isZero();

        desk.busy = true;
        assertThatThrownBy(() -> desk.standings.rebuild(HEAD, LocalDate.of(2026, 9, 1)))
                .isInstanceOf(Conflict.class);
        desk.busy = false;
        desk.standings.rebuild(HEAD, LocalDate.of(2026, 9, 1));
        desk.job.run();
        assertThat(tally(desk, september).kept()).isEqualTo(1);
        assertThat(desk.desk.acts.lastDone().action()).isEqualTo("compliance.rebuild-standing");
        assertThatThrownBy(() -> desk.standings.rebuild(TestCaller.person("teacher"), TODAY))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void monthsShowHowAClauseWentOn(TestDatabase db) {
        StandingDesk desk = desk(db);
        desk.lay("a", CLAUSE, Duration.ofMinutes(1));
        clock.set(Instant.parse("2026-12-01T01:00:00Z"));
        desk.lay("b", CLAUSE, Duration.ofMinutes(1));
        desk.desk.duties.done("b", "receipt");
        clock.advance(Duration.ofMinutes(5));
        desk.job.run();

        DaySpan year = desk.standings.period(Optional.empty(), Optional.empty(), Optional.empty());
        Standings.ClauseStanding clause = desk.standings.clause(HEAD, CLAUSE, year);
        assertThat(clause.months()).hasSize(12);
        assertThat(clause.months())
                .filteredOn(one -> !one.tally().none())
                .extracting(Standings.MonthStanding::month, Standings.MonthStanding::verdict)
                .containsExactly(
                        tuple(LocalDate.of(2026, 10, 1), Verdict.BROKEN),
                        tuple(LocalDate.of(2026, 12, 1), Verdict.KEPT));
        assertThat(clause.lines().get(0).trend()).isEqualTo(Trend.UNKNOWN);
        assertThatThrownBy(() -> desk.standings.clause(HEAD, "XX.1", year)).isInstanceOf(NotFound.class);
    }

    @OnEachDatabase
    void refusesPeriodsThatAreNoneAndPeopleWhoMayNotSee(TestDatabase db) {
        StandingDesk desk = desk(db);
        Optional<LocalDate> none = Optional.empty();
        for (String name : List.of("x", "2026-13", "2099-2100", "2026-11")) {
            assertThatThrownBy(() -> desk.standings.period(Optional.of(name), none, none))
                    .isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() ->
                        desk.standings.period(Optional.empty(), Optional.of(TODAY), Optional.of(TODAY.minusDays(1))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.standings.period(Optional.empty(), none, Optional.of(TODAY)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.standings.period(
                        Optional.empty(), Optional.of(LocalDate.of(2010, 1, 1)), Optional.of(TODAY)))
                .isInstanceOf(Invalid.class);
        Caller teacher = TestCaller.person("teacher");
        assertThatThrownBy(() -> desk.standings.overview(teacher, OCTOBER)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.standings.clause(teacher, CLAUSE, OCTOBER))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(
                        () -> desk.standings.evidence(teacher, CLAUSE, OCTOBER, Optional.empty(), PageRequest.first()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.standings.lines(HEAD, Standings.Query.of("none"), OCTOBER))
                .isInstanceOf(NotFound.class);
    }

    private StandingDesk desk(TestDatabase db, EvidenceSource... others) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(HEAD, "regulation:standing", "regulation:read", "regulation:edit", "regulation:draft");
        return new StandingDesk(desk, others);
    }

    private static DaySpan oneDay(LocalDate day) {
        return new DaySpan(day, day);
    }

    private static StandingLine line(StandingDesk desk, DaySpan days) {
        return desk.standings.clause(HEAD, CLAUSE, days).lines().get(0);
    }

    private static Tally tally(StandingDesk desk, DaySpan days) {
        return line(desk, days).tally();
    }

    private static Verdict verdict(StandingDesk desk, DaySpan days) {
        return line(desk, days).judgement().verdict();
    }

    private static String duty(StandingDesk desk, String key) {
        return desk.desk.store.about("directive", List.of("d-" + key)).get(0).id();
    }

    private static Edition edit(Desk desk, String draft, UnaryOperator<Content> change) {
        Edition edition = desk.adopted.edition(HEAD, draft);
        return desk.adopted.save(HEAD, draft, edition.version(), change.apply(edition.content()));
    }

    private static Edition decide(Desk desk, Edition edition) {
        return desk.adopted.decide(HEAD, edition.id(), edition.version());
    }

    private Content with(Content content, LocalDate effective) {
        Decision decision = new Decision(
                "10/QĐ-THTA",
                Optional.of(VietnamTime.today(clock)),
                "Hà Nội",
                "",
                "Trường Tiểu học A",
                SigningCapacity.HEAD,
                "",
                "Trần Thị Hoa",
                List.of("Như Điều 3"),
                List.of());
        return content.withDecision(decision, Optional.of(effective));
    }

    /** A source with given lines. */
    private static final class Given implements EvidenceSource {

        private final List<Evidence> lines;
        private boolean fails;

        private Given(List<Evidence> lines) {
            this.lines = lines;
        }

        @Override
        public String name() {
            return "test.given";
        }

        @Override
        public Optional<LocalDate> firstDay() {
            return Optional.empty();
        }

        @Override
        public List<EvidenceCount> counts(LocalDate from, LocalDate to, Instant now) {
            if (fails) {
                throw new IllegalStateException("the source fails");
            }
            DaySpan days = new DaySpan(from, to);
            return lines.stream()
                    .map(line -> Map.entry(LocalDate.ofInstant(line.at(), VietnamTime.ZONE), line))
                    .filter(entry -> days.has(entry.getKey()))
                    .map(entry -> entry.getValue().kind() == Evidence.Kind.KEPT
                            ? EvidenceCount.kept(
                                    CLAUSE, entry.getKey(), 1, entry.getValue().at())
                            : EvidenceCount.violations(
                                    CLAUSE, entry.getKey(), 1, entry.getValue().at()))
                    .toList();
        }

        @Override
        public List<Evidence> lines(EvidenceQuery query) {
            Comparator<Evidence> order = Comparator.comparing(Evidence::at).thenComparing(Evidence::id);
            return lines.stream()
                    .filter(line -> line.clause().equals(query.clause()) && query.wants(line.kind()))
                    .filter(line -> line.at().isBefore(query.to()) && !line.at().isBefore(query.from()))
                    .filter(line -> query.before()
                            .map(place -> line.at().isBefore(place.at())
                                    || line.at().equals(place.at()) && line.id().compareTo(place.id()) < 0)
                            .orElse(true))
                    .sorted(order.reversed())
                    .limit(query.limit())
                    .toList();
        }
    }
}
