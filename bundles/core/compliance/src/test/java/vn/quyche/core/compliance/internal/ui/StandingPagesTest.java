package vn.quyche.core.compliance.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.compliance.internal.model.Verdict;
import vn.quyche.core.compliance.internal.service.Desk;
import vn.quyche.core.compliance.internal.service.StandingDesk;
import vn.quyche.core.compliance.internal.service.StandingLine;
import vn.quyche.core.compliance.internal.service.Standings.CriteriaStanding;
import vn.quyche.core.compliance.internal.service.Standings.Overview;
import vn.quyche.testkit.Asked;
import vn.quyche.testkit.KeyMessages;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class StandingPagesTest {

    private static final Caller HEAD = TestCaller.person("head");

    private final TestClock clock = TestClock.at("2026-10-30T08:00:00+07:00");
    private StandingDesk desk;
    private StandingPages pages;

    @OnEachDatabase
    void theOverviewCountsVerdictsOfThePeriodAsked(TestDatabase db) {
        open(db);
        Map<String, Object> year = model(pages.overview(Asked.of(HEAD)));
        assertThat(year)
                .containsEntry("period", new DaySpan(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 10, 30)))
                .containsEntry("chosen", "2026-2027");
        assertThat(year.get("regulations"))
                .asInstanceOf(LIST)
                .hasSize(6)
                .map(one -> ((Overview) one).broken())
                .contains(1);
        assertThat(year.get("periods")).asInstanceOf(MAP).containsKeys("2026-10", "2026-2027-1", "2025-2026");
        assertThat(year.get("periods")).asInstanceOf(MAP).doesNotContainKey("2026-2027-2");

        Map<String, Object> before = model(pages.overview(Asked.of(HEAD, "period", "2026-09")));
        assertThat(before.get("regulations")).asInstanceOf(LIST).allMatch(one -> ((Overview) one).broken() == 0);
        Map<String, Object> days = model(pages.overview(Asked.of(HEAD, "from", "2026-10-30", "to", "30/10/2026")));
        assertThat(days)
                .containsEntry("chosen", "")
                .containsEntry("period", new DaySpan(LocalDate.of(2026, 10, 30), LocalDate.of(2026, 10, 30)));
        assertThatThrownBy(() -> pages.overview(Asked.of(HEAD, "from", "hôm qua")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> pages.overview(Asked.of(HEAD, "period", "2027-01")))
                .isInstanceOf(Invalid.class);
    }

    @OnEachDatabase
    void theLinesFollowTheFiltersAndTheExportTheLines(TestDatabase db) {
        open(db);
        assertThat(lines(Asked.of(HEAD, "id", "TA", "verdict", "BROKEN")))
                .singleElement()
                .satisfies(line -> assertThat(line.clause()).isEqualTo("TA.12a"));
        assertThat(lines(Asked.of(HEAD, "id", "TA", "kind", "GUARD"))).isNotEmpty();
        assertThat(lines(Asked.of(HEAD, "id", "TA", "bundle", "compliance", "chapter", "V")))
                .isNotEmpty()
                .allMatch(line -> line.bundle().startsWith("co"));
        assertThat(lines(Asked.of(HEAD, "id", "TA", "verdict", "no such word")))
                .hasSameSizeAs(lines(Asked.of(HEAD, "id", "TA")));
        assertThatThrownBy(() -> pages.regulation(Asked.of(HEAD, "id", "none"))).isInstanceOf(NotFound.class);

        View.Table table =
                (View.Table) pages.exportRegulation(Asked.of(HEAD, "id", "TA", "verdict", Verdict.BROKEN.name()));
        List<List<String>> rows = table.rows().toList();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0)).hasSameSizeAs(table.header()).contains("TA.12a", "compliance.verdict.BROKEN");
        View.Table all = (View.Table) pages.exportOverview(Asked.of(HEAD));
        assertThat(all.rows())
                .hasSize(6)
                .allMatch(row -> row.size() == all.header().size());
    }

    @OnEachDatabase
    void aClauseShowsItsMonthsItsParametersAndItsEvidence(TestDatabase db) {
        open(db);
        Map<String, Object> model = model(pages.clause(Asked.of(HEAD, "clause", "TA.12a")));
        assertThat(((StandingLine) model.get("line")).judgement().verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(model.get("months")).asInstanceOf(LIST).hasSize(12);
        assertThat(model.get("parameters")).asInstanceOf(LIST).hasSize(1);
        assertThat(((Page<?>) model.get("page")).items()).hasSize(2);
        assertThat(((Page<?>) model(pages.clause(Asked.of(HEAD, "clause", "TA.12a", "shows", "DONE")))
                                .get("page"))
                        .items())
                .hasSize(1);
        assertThat(((View.Table) pages.exportEvidence(Asked.of(HEAD, "clause", "TA.12a"))).rows())
                .hasSize(2)
                .allMatch(row -> row.size() == 5);
    }

    @OnEachDatabase
    void criteriaFromOutsideShowTheEvidenceOfTheClausesThatTheyName(TestDatabase db) {
        open(db);
        List<?> sets = (List<?>) model(pages.criteria(Asked.of(HEAD))).get("sets");
        CriteriaStanding set = (CriteriaStanding) sets.get(0);
        assertThat(set.set().checked()).isFalse();
        assertThat(set.criteria()).hasSize(24);
        assertThat(set.criteria())
                .allMatch(
                        one -> one.clauses().size() == one.criterion().clauses().size())
                .filteredOn(one -> one.criterion().id().equals("2.3.a"))
                .singleElement()
                .satisfies(one -> assertThat(one.evidence()).isEqualTo(1));
        View.Table table = (View.Table) pages.exportCriteria(Asked.of(HEAD));
        assertThat(table.rows())
                .hasSize(24)
                .allMatch(row -> row.size() == table.header().size());
    }

    private void open(TestDatabase db) {
        desk = new StandingDesk(Desk.of(db, clock));
        desk.desk.access.grant(HEAD, "regulation:standing", "regulation:read");
        pages = new StandingPages(desk.standings, desk.desk.values, new KeyMessages(), clock);
        desk.lay("done", "TA.12a", Duration.ofMinutes(1));
        desk.lay("missed", "TA.12a", Duration.ofMinutes(1));
        desk.desk.duties.done("done", "receipt");
        clock.advance(Duration.ofMinutes(5));
        desk.job.run();
    }

    private List<StandingLine> lines(Asked asked) {
        return ((List<?>) model(pages.regulation(asked)).get("lines"))
                .stream().map(StandingLine.class::cast).toList();
    }

    private static Map<String, Object> model(View view) {
        return ((View.Template) view).model();
    }
}
