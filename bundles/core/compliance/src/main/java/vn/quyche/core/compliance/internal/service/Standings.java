package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Sort;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.Clause.Kind;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.compliance.Parameter;
import vn.quyche.core.api.compliance.SchoolPeriod;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.compliance.spi.EvidenceSource;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.api.persistence.Leases;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.compliance.internal.model.ClauseCatalogue;
import vn.quyche.core.compliance.internal.model.CriteriaSet;
import vn.quyche.core.compliance.internal.model.DecidedValue;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.Judgement;
import vn.quyche.core.compliance.internal.model.Judgement.Reason;
import vn.quyche.core.compliance.internal.model.RegulationArticle;
import vn.quyche.core.compliance.internal.model.RegulationArticle.ClausePlace;
import vn.quyche.core.compliance.internal.model.Tally;
import vn.quyche.core.compliance.internal.model.Thresholds;
import vn.quyche.core.compliance.internal.model.Trend;
import vn.quyche.core.compliance.internal.model.Verdict;
import vn.quyche.core.compliance.internal.service.JudgedRegulation.Held;
import vn.quyche.core.compliance.internal.store.JpaEditionStore;
import vn.quyche.core.compliance.internal.store.JpaRegulationStore;
import vn.quyche.core.compliance.internal.store.JpaStandingStore;
import vn.quyche.core.compliance.internal.store.RegulationRow;

/**
 * How every clause of the school's regulations stands, from what was counted in the background. Takes permission
 * {@code regulation:standing}.
 */
@Component(service = Standings.class)
public final class Standings {

    /** The job that counts; who holds its lease counts alone. */
    public static final String JOB = "compliance.standing";

    private static final String BROKEN_VIOLATIONS = "compliance.standing-broken-violations";
    private static final String BROKEN_MISSED = "compliance.standing-broken-missed-percent";
    private static final String RISK_LATE = "compliance.standing-risk-late-percent";
    private static final Set<String> THRESHOLDS = Set.of(BROKEN_VIOLATIONS, BROKEN_MISSED, RISK_LATE);
    private static final String SECOND_TERM = "compliance.second-term-from";
    private static final String EVIDENCE = "compliance.evidence";
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final int MAX_YEARS = 10;
    private static final int FEWEST_MONTHS = 12;
    private final JpaStandingStore store;
    private final EvidenceSources sources;
    private final PackRegulations regulations;
    private final JpaRegulationStore regulationStore;
    private final JpaEditionStore editions;
    private final RegulationSources packs;
    private final Directory directory;
    private final Acts acts;
    private final Access access;
    private final Leases leases;
    private final Clock clock;
    private final ClauseCatalogue catalogue = ClauseCatalogue.own();

    @Activate
    public Standings(
            @Reference JpaStandingStore store,
            @Reference EvidenceSources sources,
            @Reference PackRegulations regulations,
            @Reference JpaRegulationStore regulationStore,
            @Reference JpaEditionStore editions,
            @Reference RegulationSources packs,
            @Reference Directory directory,
            @Reference Acts acts,
            @Reference Access access,
            @Reference Leases leases,
            @Reference Clock clock) {
        this.store = store;
        this.sources = sources;
        this.regulations = regulations;
        this.regulationStore = regulationStore;
        this.editions = editions;
        this.packs = packs;
        this.directory = directory;
        this.acts = acts;
        this.access = access;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * How a regulation stands as a whole.
     *
     * @param id its id, or the code of its pack
     * @param title its title
     * @param adopted whether the school has adopted it; else the pack is judged as if it had
     * @param kept how many places of clauses are kept
     * @param atRisk how many are at risk
     * @param broken how many are broken
     * @param notApplicable how many were not asked for, or cannot be told
     */
    public record Overview(
            String id, String title, boolean adopted, int kept, int atRisk, int broken, int notApplicable) {}

    /**
     * A regulation in full.
     *
     * @param overview its counts
     * @param lines its clauses by article and place
     */
    public record RegulationStanding(Overview overview, List<StandingLine> lines) {}

    /**
     * Which lines are wanted; empty fields do not restrict.
     *
     * @param regulation an id or the code of a pack
     * @param clause one clause
     * @param verdict how it stands
     * @param chapter the number of a chapter
     * @param kind how it is carried out
     * @param bundle the bundle that carries it out
     */
    public record Query(
            Optional<String> regulation,
            Optional<String> clause,
            Optional<Verdict> verdict,
            Optional<String> chapter,
            Optional<Kind> kind,
            Optional<String> bundle) {

        /** Everything. */
        public static Query all() {
            return new Query(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** Everything about one regulation. */
        public static Query of(String regulation) {
            return new Query(
                    Optional.of(regulation),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** Those of the lines that are wanted. */
        public List<StandingLine> among(List<StandingLine> lines) {
            return lines.stream().filter(this::matches).toList();
        }

        private boolean matches(StandingLine line) {
            return clause.filter(one -> !one.equals(line.clause())).isEmpty()
                    && verdict.filter(one -> one != line.judgement().verdict()).isEmpty()
                    && chapter.filter(one -> !one.equals(line.chapter())).isEmpty()
                    && kind.filter(one -> !line.kind().equals(Optional.of(one))).isEmpty()
                    && bundle.filter(one -> !one.equals(line.bundle())).isEmpty();
        }
    }

    /**
     * What happened in a month, and its verdict by the rules of the month's last day.
     *
     * @param month the first day of the month
     * @param tally what happened
     * @param verdict how the clause stood
     */
    public record MonthStanding(LocalDate month, Tally tally, Verdict verdict) {}

    /**
     * A clause in full.
     *
     * @param lines where it stands in the regulations
     * @param months how it went on, twelve months at least, the latest last
     */
    public record ClauseStanding(List<StandingLine> lines, List<MonthStanding> months) {}

    /**
     * A line of evidence.
     *
     * @param evidence the line
     * @param person the name of whom it is about, empty for nobody
     */
    public record EvidenceLine(Evidence evidence, String person) {}

    /**
     * A set of criteria and the evidence for each.
     *
     * @param set the set
     * @param criteria its criteria in order
     */
    public record CriteriaStanding(CriteriaSet set, List<CriterionStanding> criteria) {}

    /**
     * A criterion and the clauses that it names.
     *
     * @param criterion the criterion
     * @param clauses how they stand; each once
     * @param evidence how many pieces of evidence they have together
     */
    public record CriterionStanding(CriteriaSet.Criterion criterion, List<StandingLine> clauses, long evidence) {}

    /**
     * The days of a period up to today.
     *
     * @param name a month, school year or term, see {@link SchoolPeriod}; the running school year when nothing is given
     * @param from the first day, instead of a name
     * @param to the last day; today when only the first is given
     * @throws Invalid when it is no period, lies ahead or is longer than ten years
     */
    public DaySpan period(Optional<String> name, Optional<LocalDate> from, Optional<LocalDate> to) {
        LocalDate today = VietnamTime.today(clock);
        DaySpan asked = from.isPresent() || to.isPresent()
                ? between(from.orElseThrow(() -> new Invalid("from", "core.required")), to.orElse(today))
                : SchoolPeriod.of(name.orElseGet(() -> SchoolPeriod.year(today)), regulations.text(SECOND_TERM, today))
                        .orElseThrow(() -> new Invalid("period", "compliance.bad-period"));
        if (asked.from().isAfter(today)) {
            throw new Invalid(from.isPresent() ? "from" : "period", "compliance.period-ahead");
        }
        return asked.to().isAfter(today) ? new DaySpan(asked.from(), today) : asked;
    }

    /** Whether a month, school year or term has begun. */
    public boolean begun(String name) {
        LocalDate today = VietnamTime.today(clock);
        return SchoolPeriod.of(name, regulations.text(SECOND_TERM, today))
                .filter(days -> !days.from().isAfter(today))
                .isPresent();
    }

    /** How the regulations stand, the school's own first. */
    public List<Overview> overview(Caller caller, DaySpan period) {
        require(caller);
        Look look = look(period);
        return judged(period).stream()
                .map(regulation -> overview(regulation, lines(regulation, look)))
                .toList();
    }

    /** One regulation, with all its lines. */
    public RegulationStanding regulation(Caller caller, String id, DaySpan period) {
        require(caller);
        JudgedRegulation regulation = judged(period).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("compliance.regulation-not-found"));
        List<StandingLine> lines = lines(regulation, look(period));
        return new RegulationStanding(overview(regulation, lines), lines);
    }

    /** The clauses by regulation, article and place: some hundreds, hence as a whole. */
    public List<StandingLine> lines(Caller caller, Query query, DaySpan period) {
        require(caller);
        Look look = look(period);
        List<JudgedRegulation> wanted = judged(period).stream()
                .filter(one ->
                        query.regulation().filter(id -> !id.equals(one.id())).isEmpty())
                .toList();
        if (wanted.isEmpty() && query.regulation().isPresent()) {
            throw new NotFound("compliance.regulation-not-found");
        }
        return query.among(wanted.stream()
                .flatMap(regulation -> lines(regulation, look).stream())
                .toList());
    }

    /** One clause, wherever it stands. */
    public ClauseStanding clause(Caller caller, String clause, DaySpan period) {
        List<StandingLine> lines = lines(
                caller,
                new Query(
                        Optional.empty(),
                        Optional.of(clause),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                period);
        if (lines.isEmpty()) {
            throw new NotFound("compliance.clause-not-found", clause);
        }
        return new ClauseStanding(lines, months(clause, lines.get(0).kind(), period));
    }

    /** Criteria from outside, for example of a ministry, with the evidence of the clauses that they name. */
    public List<CriteriaStanding> criteria(Caller caller, DaySpan period) {
        Map<String, StandingLine> byClause = new HashMap<>();
        lines(caller, Query.all(), period).forEach(line -> byClause.putIfAbsent(line.clause(), line));
        return packs.criteria().stream()
                .map(set -> new CriteriaStanding(
                        set,
                        set.criteria().stream()
                                .map(one -> criterion(one, byClause))
                                .toList()))
                .toList();
    }

    private static CriterionStanding criterion(CriteriaSet.Criterion criterion, Map<String, StandingLine> byClause) {
        List<StandingLine> clauses = criterion.clauses().stream()
                .flatMap(id -> Optional.ofNullable(byClause.get(id)).stream())
                .toList();
        return new CriterionStanding(
                criterion,
                clauses,
                clauses.stream().mapToLong(line -> line.tally().evidence()).sum());
    }

    /** The lines of evidence of a clause, newest first, from the bundles that run now. */
    public Page<EvidenceLine> evidence(
            Caller caller, String clause, DaySpan period, Optional<Evidence.Kind> kind, PageRequest page) {
        require(caller);
        Sort.of(page.sort(), "-time", List.of("-time"));
        Optional<EvidenceQuery.Place> before = page.after()
                .map(after -> Cursor.parse(EVIDENCE, 2, after))
                .map(cursor -> new EvidenceQuery.Place(Instant.ofEpochMilli(cursor.number(0)), cursor.text(1)));
        Instant now = clock.instant();
        Instant end = VietnamTime.endOf(period.to());
        EvidenceQuery query = new EvidenceQuery(
                clause,
                VietnamTime.startOf(period.from()),
                end.isAfter(now) ? now : end,
                kind,
                before,
                page.size() + 1);
        List<Evidence> lines = new ArrayList<>();
        for (EvidenceSource source : sources.all()) {
            sources.ask(source, asked -> asked.lines(query)).ifPresent(lines::addAll);
        }
        lines.sort(Evidence.NEWEST_FIRST);
        Page<Evidence> shown = Page.of(
                lines.size() > query.limit() ? lines.subList(0, query.limit()) : lines,
                page.size(),
                last -> Cursor.of(EVIDENCE, last.at().toEpochMilli(), last.id()));
        Map<String, String> names = directory.names(
                shown.items().stream().flatMap(line -> line.personId().stream()).collect(Collectors.toSet()));
        return shown.map(line -> new EvidenceLine(
                line, line.personId().map(id -> names.getOrDefault(id, "")).orElse("")));
    }

    /** When the source that waits longest was last looked at; empty before the first time. */
    public Optional<Instant> countedAt() {
        return store.progress().values().stream()
                .map(JpaStandingStore.Progress::countedAt)
                .min(Comparator.naturalOrder());
    }

    /**
     * Lets everything be counted again from a day on, in the background; what was counted shows until then. Takes permission
     * {@code regulation:edit}.
     *
     * @throws Conflict {@code compliance.standing-busy} while the counts are being made
     */
    public void rebuild(Caller caller, LocalDate from) {
        Act act = Act.on(
                "compliance.standing",
                "",
                "compliance.rebuild-standing",
                CompliancePermissions.REGULATION_EDIT,
                Scope.school());
        access.require(caller, CompliancePermissions.REGULATION_EDIT, Scope.school());
        LocalDate today = VietnamTime.today(clock);
        LocalDate first = from == null || from.isBefore(FIRST_DAY) ? FIRST_DAY : from;
        if (first.isAfter(today)) {
            throw new Invalid("from", "compliance.period-ahead");
        }
        boolean alone = leases.with(
                JOB,
                Duration.ofMinutes(1),
                () -> acts.perform(caller, act, log -> {
                    store.countAgain(first);
                    log.changed(null, Map.of("from", first.toString()));
                    return null;
                }));
        if (!alone) {
            throw new Conflict("compliance.standing-busy");
        }
    }

    private static DaySpan between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new Invalid("to", "compliance.period-backwards");
        }
        if (from.isBefore(FIRST_DAY) || to.isAfter(from.plusYears(MAX_YEARS))) {
            throw new Invalid("from", "compliance.period-too-long", MAX_YEARS);
        }
        return new DaySpan(from, to);
    }

    /** What is asked for once for all lines of an answer. */
    private record Look(StandingJudge judge, Map<String, Clause> present, Map<String, List<Parameter>> parameters) {}

    private Look look(DaySpan period) {
        return new Look(
                judge(period),
                regulations.clauses().stream().collect(Collectors.toMap(Clause::id, clause -> clause)),
                regulations.parameters(period.to()).stream().collect(Collectors.groupingBy(Parameter::clause)));
    }

    private StandingJudge judge(DaySpan period) {
        Set<LocalDate> changes = regulationStore.values().stream()
                .filter(value -> THRESHOLDS.contains(value.key()))
                .map(DecidedValue::validFrom)
                .collect(Collectors.toCollection(TreeSet::new));
        return new StandingJudge(period, changes, this::thresholds, store::sums);
    }

    private Thresholds thresholds(LocalDate day) {
        return new Thresholds(
                regulations.intValue(BROKEN_VIOLATIONS, day),
                regulations.intValue(BROKEN_MISSED, day),
                regulations.intValue(RISK_LATE, day));
    }

    /** The school's own regulations that held in the period, and the packs of which it had none. */
    private List<JudgedRegulation> judged(DaySpan period) {
        List<JudgedRegulation> judged = new ArrayList<>();
        Set<String> origins = new TreeSet<>();
        for (RegulationRow row : editions.regulations()) {
            List<Held> held = held(row.id(), period);
            if (!held.isEmpty()) {
                judged.add(new JudgedRegulation(row.id(), row.title(), true, held));
                origins.add(row.origin());
            }
        }
        packs.all().stream()
                .filter(pack -> !origins.contains(pack.code()))
                .map(pack -> new JudgedRegulation(
                        pack.code(),
                        pack.title(),
                        false,
                        List.of(new Held(
                                period,
                                pack.articles().stream()
                                        .map(RegulationArticle::of)
                                        .toList()))))
                .forEach(judged::add);
        return judged;
    }

    private List<Held> held(String regulationId, DaySpan period) {
        return editions.editions(regulationId).stream()
                .filter(edition -> edition.decided() && edition.kind() != Edition.Kind.REPEAL)
                .flatMap(edition -> held(edition, period).stream())
                .sorted(Comparator.comparing(one -> one.days().from()))
                .toList();
    }

    private Optional<Held> held(Edition edition, DaySpan period) {
        LocalDate first = edition.content().effectiveOn().orElseThrow();
        LocalDate last = edition.endsOn().orElse(LocalDate.MAX);
        if (last.isBefore(first)) {
            return Optional.empty();
        }
        return new DaySpan(first, last)
                .common(period)
                .flatMap(days -> editions.edition(edition.id())
                        .map(full -> new Held(days, full.content().articles())));
    }

    private List<StandingLine> lines(JudgedRegulation regulation, Look look) {
        Set<String> twins = regulation.articles().stream()
                .filter(article -> article.ordinal() > 1)
                .map(RegulationArticle::number)
                .collect(Collectors.toSet());
        List<StandingLine> lines = new ArrayList<>();
        for (RegulationArticle article : regulation.articles()) {
            boolean twin = twins.contains(article.number());
            if (article.clauses().isEmpty()) {
                lines.add(withoutClause(regulation, article, twin));
            }
            for (ClausePlace place : article.clauses()) {
                lines.add(line(regulation, article, article.citation(place.point(), twin), place.clause(), look));
            }
        }
        return lines;
    }

    private StandingLine line(
            JudgedRegulation regulation, RegulationArticle article, String citation, String id, Look look) {
        Optional<Clause> clause = Optional.ofNullable(look.present().get(id));
        StandingJudge.Finding finding = look.judge()
                .judge(
                        id,
                        clause.map(Clause::kind),
                        regulation.held().stream()
                                .filter(one -> one.has(id))
                                .map(Held::days)
                                .toList());
        return new StandingLine(
                regulation.id(),
                citation,
                article.chapter(),
                article.title(),
                id,
                clause.map(Clause::summary).orElse(article.title()),
                clause.map(Clause::domain)
                        .or(() -> catalogue.find(id).map(ClauseCatalogue.Entry::bundle))
                        .orElse(""),
                clause.map(Clause::kind).or(() -> catalogue.find(id).map(ClauseCatalogue.Entry::kind)),
                clause.isPresent(),
                clause.map(Clause::mechanism).orElse(""),
                look.parameters().getOrDefault(id, List.of()),
                finding.tally(),
                finding.judgement(),
                finding.trend());
    }

    private static StandingLine withoutClause(JudgedRegulation regulation, RegulationArticle article, boolean twin) {
        return new StandingLine(
                regulation.id(),
                article.citation("", twin),
                article.chapter(),
                article.title(),
                "",
                article.title(),
                "",
                Optional.empty(),
                false,
                "",
                List.of(),
                Tally.NONE,
                Judgement.notApplicable(Reason.NO_MECHANISM),
                Trend.UNKNOWN);
    }

    private List<MonthStanding> months(String clause, Optional<Kind> kind, DaySpan period) {
        YearMonth last = YearMonth.from(period.to());
        YearMonth first = YearMonth.from(period.from());
        YearMonth shown =
                last.minusMonths(FEWEST_MONTHS - 1L).isBefore(first) ? last.minusMonths(FEWEST_MONTHS - 1L) : first;
        Map<YearMonth, Tally> tallies = store.byMonth(clause, shown, last);
        return new DaySpan(shown.atDay(1), last.atEndOfMonth())
                .months().stream()
                        .map(month -> {
                            Tally tally = tallies.getOrDefault(month, Tally.NONE);
                            return new MonthStanding(
                                    month.atDay(1),
                                    tally,
                                    Judgement.of(tally, kind, thresholds(month.atEndOfMonth()))
                                            .verdict());
                        })
                        .toList();
    }

    private static Overview overview(JudgedRegulation regulation, List<StandingLine> lines) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        lines.forEach(line -> counts.merge(line.judgement().verdict(), 1, Integer::sum));
        return new Overview(
                regulation.id(),
                regulation.title(),
                regulation.adopted(),
                counts.getOrDefault(Verdict.KEPT, 0),
                counts.getOrDefault(Verdict.AT_RISK, 0),
                counts.getOrDefault(Verdict.BROKEN, 0),
                counts.getOrDefault(Verdict.NOT_APPLICABLE, 0));
    }

    private void require(Caller caller) {
        access.require(caller, CompliancePermissions.REGULATION_STANDING, Scope.school());
    }
}
