package vn.quyche.core.compliance.internal.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Clause.Kind;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.compliance.Parameter;
import vn.quyche.core.api.compliance.ParameterValues;
import vn.quyche.core.api.compliance.SchoolPeriod;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.compliance.internal.model.Tally;
import vn.quyche.core.compliance.internal.model.Verdict;
import vn.quyche.core.compliance.internal.service.StandingLine;
import vn.quyche.core.compliance.internal.service.Standings;
import vn.quyche.core.compliance.internal.service.Standings.EvidenceLine;
import vn.quyche.core.compliance.internal.service.Standings.MonthStanding;

/** Pages of how the regulations are kept: all of them, one of them, one clause with its evidence. */
final class StandingPages {

    private final Standings standings;
    private final ParameterValues values;
    private final Messages messages;
    private final Clock clock;

    StandingPages(Standings standings, ParameterValues values, Messages messages, Clock clock) {
        this.standings = standings;
        this.values = values;
        this.messages = messages;
        this.clock = clock;
    }

    /** The decided values of a parameter of a clause. */
    public record ParameterHistory(Parameter parameter, List<ParameterValues.Value> values) {}

    /** A month, and how much of what was due in it was done in time, percent; empty when nothing was due. */
    public record ShownMonth(YearMonth month, Tally tally, Verdict verdict, Optional<Long> inTime) {}

    View overview(UiRequest request) {
        DaySpan period = period(request);
        Map<String, Object> model = model(request, period);
        model.put("regulations", standings.overview(request.caller(), period));
        return View.page("compliance/standing", model);
    }

    View exportOverview(UiRequest request) {
        return new View.Table(
                "tinh-hinh-thuc-hien",
                List.of(
                        "compliance.regulation",
                        "compliance.standing.adopted",
                        "compliance.verdict.KEPT",
                        "compliance.verdict.AT_RISK",
                        "compliance.verdict.BROKEN",
                        "compliance.verdict.NOT_APPLICABLE"),
                standings.overview(request.caller(), period(request)).stream()
                        .map(one -> List.of(
                                one.title(),
                                text(request, one.adopted() ? "core.yes" : "core.no"),
                                String.valueOf(one.kept()),
                                String.valueOf(one.atRisk()),
                                String.valueOf(one.broken()),
                                String.valueOf(one.notApplicable()))));
    }

    View regulation(UiRequest request) {
        String id = request.path("id");
        DaySpan period = period(request);
        Standings.RegulationStanding found = standings.regulation(request.caller(), id, period);
        List<StandingLine> all = found.lines();
        Map<String, Object> model = model(request, period);
        model.put("regulation", found.overview());
        model.put("lines", asked(request, all));
        model.put(
                "chapters",
                words(
                        all,
                        line -> Optional.of(line.chapter()).filter(one -> !one.isEmpty()),
                        one -> text(request, "compliance.chapter", one)));
        model.put("bundles", words(all, line -> Optional.of(line.bundle()).filter(one -> !one.isEmpty()), one -> one));
        model.put(
                "kinds",
                words(all, line -> line.kind().map(Kind::name), one -> text(request, "compliance.kind." + one)));
        return View.page("compliance/standing-regulation", model);
    }

    View exportRegulation(UiRequest request) {
        List<StandingLine> lines = asked(
                request, standings.lines(request.caller(), Standings.Query.of(request.path("id")), period(request)));
        return new View.Table(
                "tinh-hinh-thuc-hien",
                List.of(
                        "compliance.citation",
                        "compliance.id",
                        "compliance.summary",
                        "compliance.standing.verdict",
                        "compliance.standing.why",
                        "compliance.standing.bundle",
                        "compliance.mechanism",
                        "compliance.parameters",
                        "compliance.standing.done",
                        "compliance.standing.late",
                        "compliance.standing.missed",
                        "compliance.standing.kept",
                        "compliance.standing.refused",
                        "compliance.standing.violations",
                        "compliance.standing.trend",
                        "compliance.standing.last"),
                lines.stream().map(line -> row(request, line)));
    }

    View clause(UiRequest request) {
        String id = request.path("clause");
        DaySpan period = period(request);
        Standings.ClauseStanding clause = standings.clause(request.caller(), id, period);
        StandingLine line = clause.lines().get(0);
        Map<String, Object> model = model(request, period);
        model.put("line", line);
        model.put("places", clause.lines());
        model.put("months", clause.months().stream().map(StandingPages::shown).toList());
        model.put(
                "parameters",
                line.parameters().stream()
                        .map(one -> new ParameterHistory(one, values.history(request.caller(), one.key())))
                        .toList());
        model.put("page", standings.evidence(request.caller(), id, period, kind(request), request.pageRequest()));
        return View.page("compliance/standing-clause", model);
    }

    View exportEvidence(UiRequest request) {
        DaySpan period = period(request);
        return new View.Table(
                "minh-chung-" + request.path("clause"),
                List.of(
                        "core.time",
                        "compliance.standing.shows",
                        "compliance.standing.what",
                        "core.person",
                        "compliance.standing.link"),
                Page.<EvidenceLine>every(page -> standings.evidence(
                                request.caller(), request.path("clause"), period, kind(request), page))
                        .map(one -> List.of(
                                VietnamTime.moment(one.evidence().at()),
                                text(
                                        request,
                                        "compliance.evidence." + one.evidence().kind()),
                                one.evidence().text(),
                                one.person(),
                                one.evidence().link())));
    }

    View criteria(UiRequest request) {
        DaySpan period = period(request);
        Map<String, Object> model = model(request, period);
        model.put("sets", standings.criteria(request.caller(), period));
        return View.page("compliance/criteria", model);
    }

    View exportCriteria(UiRequest request) {
        return new View.Table(
                "tieu-chi",
                List.of(
                        "compliance.id",
                        "compliance.criterion",
                        "compliance.criterion.points",
                        "compliance.criterion.mandatory",
                        "compliance.criterion.clauses",
                        "compliance.criterion.evidence"),
                standings.criteria(request.caller(), period(request)).stream()
                        .flatMap(set -> set.criteria().stream())
                        .map(one -> List.of(
                                one.criterion().id(),
                                one.criterion().text(),
                                one.criterion().points().map(String::valueOf).orElse(""),
                                one.criterion().mandatory() ? text(request, "core.yes") : "",
                                one.clauses().stream()
                                        .map(line -> line.article() + ": "
                                                + text(
                                                        request,
                                                        "compliance.verdict."
                                                                + line.judgement()
                                                                        .verdict()))
                                        .collect(Collectors.joining("; ")),
                                String.valueOf(one.evidence()))));
    }

    private DaySpan period(UiRequest request) {
        Optional<String> name = request.query("period");
        if (name.isPresent()) {
            return standings.period(name, Optional.empty(), Optional.empty());
        }
        Checks checks = new Checks();
        Optional<LocalDate> from =
                Form.day(checks, "from", request.query("from").orElse(""));
        Optional<LocalDate> to = Form.day(checks, "to", request.query("to").orElse(""));
        checks.orThrow();
        return standings.period(Optional.empty(), from, to);
    }

    private Map<String, Object> model(UiRequest request, DaySpan period) {
        LocalDate today = VietnamTime.today(clock);
        String year = SchoolPeriod.year(today);
        boolean days = request.query("period").isEmpty()
                && (request.query("from").isPresent() || request.query("to").isPresent());
        Map<String, String> periods = new LinkedHashMap<>();
        YearMonth month = YearMonth.from(today);
        periods.put(month.toString(), text(request, "compliance.period.month"));
        periods.put(month.minusMonths(1).toString(), text(request, "compliance.period.last-month"));
        periods.put(year + "-1", text(request, "compliance.period.term", 1));
        if (standings.begun(year + "-2")) {
            periods.put(year + "-2", text(request, "compliance.period.term", 2));
        }
        periods.put(year, text(request, "compliance.period.year", year));
        String before = SchoolPeriod.year(today.minusYears(1));
        periods.put(before, text(request, "compliance.period.year", before));
        String chosen = days ? "" : request.query("period").orElse(year);
        if (!chosen.isEmpty()) {
            periods.putIfAbsent(chosen, chosen);
        }
        Map<String, Object> model = new HashMap<>();
        model.put("periods", periods);
        model.put("chosen", chosen);
        model.put("period", period);
        model.put("countedAt", standings.countedAt());
        return model;
    }

    private static List<StandingLine> asked(UiRequest request, List<StandingLine> all) {
        Optional<Verdict> verdict = request.query("verdict").flatMap(name -> Form.constant(Verdict.class, name));
        Optional<Kind> kind = request.query("kind").flatMap(name -> Form.constant(Kind.class, name));
        return new Standings.Query(
                        Optional.empty(),
                        Optional.empty(),
                        verdict,
                        request.query("chapter"),
                        kind,
                        request.query("bundle"))
                .among(all);
    }

    private static Optional<Evidence.Kind> kind(UiRequest request) {
        return request.query("shows").flatMap(name -> Form.constant(Evidence.Kind.class, name));
    }

    private static Map<String, String> words(
            List<StandingLine> lines, Function<StandingLine, Optional<String>> value, Function<String, String> word) {
        Map<String, String> words = new LinkedHashMap<>();
        lines.stream()
                .flatMap(line -> value.apply(line).stream())
                .distinct()
                .forEach(one -> words.put(one, word.apply(one)));
        return words;
    }

    private static ShownMonth shown(MonthStanding month) {
        Tally tally = month.tally();
        return new ShownMonth(
                YearMonth.from(month.month()),
                tally,
                month.verdict(),
                tally.due() == 0 ? Optional.empty() : Optional.of(tally.done() * 100 / tally.due()));
    }

    private List<String> row(UiRequest request, StandingLine line) {
        Tally tally = line.tally();
        return List.of(
                line.article(),
                line.clause(),
                line.summary(),
                text(request, "compliance.verdict." + line.judgement().verdict()),
                text(request, "compliance.reason." + line.judgement().reason()),
                line.bundle(),
                line.mechanism(),
                line.parameters().stream()
                        .map(one -> one.title() + ": " + one.value() + " " + one.unit())
                        .collect(Collectors.joining("; ")),
                String.valueOf(tally.done()),
                String.valueOf(tally.late()),
                String.valueOf(tally.missed()),
                String.valueOf(tally.kept()),
                String.valueOf(tally.refused()),
                String.valueOf(tally.violations()),
                text(request, "compliance.trend." + line.trend()),
                tally.lastAt().map(VietnamTime::moment).orElse(""));
    }

    private String text(UiRequest request, String key, Object... args) {
        Locale locale = request.caller().locale();
        return messages.text(locale, key, args);
    }
}
