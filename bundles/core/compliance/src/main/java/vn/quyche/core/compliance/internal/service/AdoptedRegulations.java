package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.Parameter;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.SigningCapacity;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.compliance.internal.model.Decision;
import vn.quyche.core.compliance.internal.model.DecisionPaper;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.Edition.Content;
import vn.quyche.core.compliance.internal.model.Edition.Kind;
import vn.quyche.core.compliance.internal.model.EditionDiff;
import vn.quyche.core.compliance.internal.model.EditionDiff.ArticleDiff;
import vn.quyche.core.compliance.internal.model.LegalBasis;
import vn.quyche.core.compliance.internal.model.RegulationArticle;
import vn.quyche.core.compliance.internal.model.RegulationArticle.ClausePlace;
import vn.quyche.core.compliance.internal.model.RegulationSource;
import vn.quyche.core.compliance.internal.store.JpaEditionStore;
import vn.quyche.core.compliance.internal.store.RegulationRow;

/**
 * The school's own regulations. One is drafted from a pack or from nothing, decided once, holds from its day, and is
 * amended, replaced or repealed by a later decision; what was decided never changes.
 *
 * <p>The values that a decision sets for parameters go where all such values are kept ({@code ParameterValues}): text and
 * guards have one source, and the past is judged by the rules of its day.
 */
@Component(service = AdoptedRegulations.class)
public final class AdoptedRegulations {

    /** The kind of thing that acts and duties name. */
    public static final String SUBJECT = "compliance.regulation-edition";

    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final JpaEditionStore store;
    private final RegulationSources sources;
    private final PackRegulations regulations;
    private final DefaultParameterValues values;
    private final Directory directory;
    private final Acts acts;
    private final Access access;
    private final Tx tx;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public AdoptedRegulations(
            @Reference JpaEditionStore store,
            @Reference RegulationSources sources,
            @Reference PackRegulations regulations,
            @Reference DefaultParameterValues values,
            @Reference Directory directory,
            @Reference Acts acts,
            @Reference Access access,
            @Reference Tx tx,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.store = store;
        this.sources = sources;
        this.regulations = regulations;
        this.values = values;
        this.directory = directory;
        this.acts = acts;
        this.access = access;
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A regulation of the school.
     *
     * @param id its id
     * @param origin the code of its pack; its own id when it came from none
     * @param title its title
     * @param state where it stands today
     * @param current the edition in force today, without articles
     * @param upcoming the edition that will hold later, without articles
     * @param draftId the edition that is being drafted, for those who may see it
     * @param editions all editions that the caller may see without their articles, latest first
     */
    public record RegulationView(
            String id,
            String origin,
            String title,
            Edition.State state,
            Optional<Edition> current,
            Optional<Edition> upcoming,
            Optional<String> draftId,
            List<Edition> editions) {}

    /**
     * A line of a legal basis and what is known of the act that it cites.
     *
     * @param line the line
     * @param act the act, empty when the register does not know it
     * @param state whether the act holds on the day of the decision
     * @param successor what to cite instead of an expired one
     */
    public record CheckedBasis(
            String line, Optional<LegalBasis> act, LegalBasis.State state, Optional<LegalBasis> successor) {}

    /** The packs that a school may start from. */
    public List<RegulationSource> sources(Caller caller) {
        requireRead(caller);
        return sources.all();
    }

    /** One pack. */
    public RegulationSource source(Caller caller, String code) {
        requireRead(caller);
        return sources.find(code).orElseThrow(() -> new NotFound("compliance.pack-not-found", code));
    }

    /** The register of legal bases. */
    public List<LegalBasis> legalBases(Caller caller) {
        requireRead(caller);
        return sources.bases();
    }

    /** The school's regulations by title. */
    public List<RegulationView> list(Caller caller) {
        requireRead(caller);
        return store.regulations().stream()
                .map(row -> view(caller, row))
                .filter(view -> !view.editions().isEmpty())
                .toList();
    }

    /** One regulation. */
    public RegulationView get(Caller caller, String regulationId) {
        requireRead(caller);
        RegulationView view = view(caller, row(regulationId));
        if (view.editions().isEmpty()) {
            throw new NotFound("compliance.regulation-not-found");
        }
        return view;
    }

    /** What held on a day; empty when nothing did. */
    public Optional<Edition> on(Caller caller, String regulationId, LocalDate day) {
        return get(caller, regulationId).editions().stream()
                .filter(edition -> edition.state(day) == Edition.State.IN_FORCE)
                .findFirst()
                .flatMap(edition -> store.edition(edition.id()));
    }

    /** An edition with its articles; drafts are for those who prepare them. */
    public Edition edition(Caller caller, String editionId) {
        requireRead(caller);
        return store.edition(editionId)
                .filter(edition -> edition.decided() || mayDraft(caller))
                .orElseThrow(() -> new NotFound("compliance.edition-not-found"));
    }

    /** The parameters of the clauses of an edition, with the values of its first day (of today for drafts). */
    public List<Parameter> parameters(Caller caller, String editionId) {
        Edition edition = edition(caller, editionId);
        LocalDate day = edition.decided() ? edition.content().effectiveOn().orElseThrow() : VietnamTime.today(clock);
        return parametersOf(edition.content().articles(), day).stream()
                .map(parameter -> new Parameter(
                        parameter.key(),
                        parameter.clause(),
                        parameter.type(),
                        edition.content().parameters().getOrDefault(parameter.key(), parameter.value()),
                        parameter.defaultValue(),
                        parameter.unit(),
                        parameter.title()))
                .toList();
    }

    /** The legal bases of an edition as they stand on the day of its decision, of today for drafts. */
    public List<CheckedBasis> bases(Caller caller, String editionId) {
        Edition edition = edition(caller, editionId);
        LocalDate day = edition.content().decision().decidedOn().orElse(VietnamTime.today(clock));
        return edition.content().bases().stream()
                .map(line -> checked(line, day))
                .toList();
    }

    /** Compares two editions. */
    public List<ArticleDiff> compare(Caller caller, String before, String after) {
        return EditionDiff.of(
                edition(caller, before).content().articles(),
                edition(caller, after).content().articles());
    }

    /** The decision and the regulation on paper, drafts as well. */
    public PrintedDocument paper(Caller caller, String editionId) {
        Edition edition = edition(caller, editionId);
        List<String> ended = edition.content().decision().ends().stream()
                .flatMap(id -> latest(id).stream())
                .map(one -> one.content().title() + " ban hành kèm theo Quyết định số "
                        + one.content().decision().cited())
                .toList();
        return new DecisionPaper(edition, earlier(edition), ended).document();
    }

    /**
     * Starts a draft of a regulation that the school does not have yet.
     *
     * @param key idempotency key, blank for none
     * @param sourceCode the pack to start from; empty to start from nothing
     * @param title its title when it starts from nothing
     * @return the id of the draft
     */
    public String start(Caller caller, String key, String sourceCode, String title) {
        Act act = Act.create(
                SUBJECT, "compliance.draft-regulation", CompliancePermissions.REGULATION_DRAFT, Scope.school());
        String code = sourceCode == null ? "" : sourceCode.strip();
        try {
            return acts.performOnce(caller, key, act, log -> start(code, title, log));
        } catch (PersistenceException e) {
            // Two started the same one at once.
            throw store.regulationOf(code)
                    .<RuntimeException>map(other -> new Conflict("compliance.regulation-exists", other.title()))
                    .orElse(e);
        }
    }

    /**
     * Starts a draft that amends, replaces or repeals a regulation, or issues it again after its repeal.
     *
     * @return the id of the draft
     */
    public String revise(Caller caller, String key, String regulationId, Kind kind) {
        Act act = Act.create(
                SUBJECT, "compliance.draft-regulation", CompliancePermissions.REGULATION_DRAFT, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            RegulationRow row = row(regulationId);
            if (row.draftId().isPresent()) {
                throw new Conflict("compliance.draft-exists", row.title());
            }
            List<Edition> editions = store.editions(regulationId);
            Edition last = editions.get(0);
            boolean ended = last.kind() == Kind.REPEAL || last.endsOn().isPresent();
            if (ended != (kind == Kind.ADOPT)) {
                throw new Conflict(ended ? "compliance.regulation-ended" : "compliance.regulation-stands", row.title());
            }
            Edition model = editions.stream()
                    .filter(one -> one.kind() != Kind.REPEAL)
                    .findFirst()
                    .flatMap(one -> store.edition(one.id()))
                    .orElse(last);
            Content old = model.content();
            Content content = new Content(
                    old.title(),
                    old.shortTitle(),
                    kind == Kind.REPEAL ? List.of() : old.articles(),
                    kind == Kind.REPEAL ? Map.of() : valuesOf(old.articles()),
                    old.bases(),
                    freshDecision(),
                    Optional.empty());
            return insert(row, last.sequence() + 1, kind, content, log);
        });
    }

    /** Changes everything that a draft says but its articles' texts one by one. */
    public Edition save(Caller caller, String editionId, long version, Content content) {
        return acts.perform(caller, draftAct(editionId, "compliance.save-regulation"), log -> {
            Edition before = draft(editionId, version);
            Checks checks = new Checks();
            Content checked = checked(checks, content, before.kind());
            checks.orThrow();
            return store(before, checked, log);
        });
    }

    /** Changes one article of a draft, or adds it when no article has its key. */
    public Edition saveArticle(Caller caller, String editionId, long version, RegulationArticle article) {
        return acts.perform(caller, draftAct(editionId, "compliance.save-regulation"), log -> {
            Edition before = draft(editionId, version);
            Checks checks = new Checks();
            RegulationArticle checked = article(checks, "", article);
            List<RegulationArticle> articles = new ArrayList<>(before.content().articles());
            int place = -1;
            for (int i = 0; i < articles.size(); i++) {
                place = articles.get(i).key().equals(checked.key()) ? i : place;
            }
            if (place >= 0) {
                articles.set(place, checked);
            } else {
                articles.add(checked);
            }
            checks.that(
                    articles.size() <= EditionLimits.ARTICLES, "number", "compliance.too-many", EditionLimits.ARTICLES);
            checks.orThrow();
            return store(before, before.content().withArticles(RegulationArticle.counted(articles)), log);
        });
    }

    /** Throws a draft away. */
    public void discard(Caller caller, String editionId, long version) {
        acts.perform(caller, draftAct(editionId, "compliance.discard-regulation"), log -> {
            Edition edition = draft(editionId, version);
            RegulationRow row = row(edition.regulationId());
            if (!store.remove(editionId, version)) {
                throw new Conflict("core.changed-meanwhile");
            }
            if (edition.sequence() == 1) {
                store.removeRegulation(row.id());
            } else if (!store.change(new RegulationRow(
                    row.id(), row.origin(), row.title(), row.shortTitle(), Optional.empty(), row.version()))) {
                throw new Conflict("core.changed-meanwhile");
            }
            log.changed(summary(edition), null);
            return null;
        });
    }

    /**
     * Makes the decision that a draft describes: from its day the text holds, its parameters bind the guards, and what it
     * amends, replaces or repeals ends the day before.
     *
     * <p>A decision of the past may be entered later. Its text then holds from its day; parameters never change what guards
     * have judged already and hold from the day on which the decision is entered.
     */
    @Regulated({"BC.7.4", "TC.10", "MT.14"})
    public Edition decide(Caller caller, String editionId, long version) {
        Act act = Act.on(
                SUBJECT,
                editionId,
                "compliance.decide-regulation",
                CompliancePermissions.REGULATION_EDIT,
                Scope.school());
        return acts.perform(caller, act, log -> {
            Edition edition = draft(editionId, version);
            RegulationRow row = row(edition.regulationId());
            Optional<Edition> earlier = earlier(edition);
            LocalDate today = VietnamTime.today(clock);
            checkDecision(edition, earlier, today);
            LocalDate from = edition.content().effectiveOn().orElseThrow();

            Edition decided = new Edition(
                    edition.id(),
                    edition.regulationId(),
                    edition.sequence(),
                    edition.kind(),
                    true,
                    edition.content(),
                    Optional.empty(),
                    Optional.empty(),
                    caller.name(),
                    Optional.of(clock.instant()),
                    edition.version());
            RegulationRow without = new RegulationRow(
                    row.id(),
                    row.origin(),
                    edition.content().title(),
                    edition.content().shortTitle(),
                    Optional.empty(),
                    row.version());
            if (!store.change(without) || !store.save(decided)) {
                throw new Conflict("core.changed-meanwhile");
            }
            Map<String, String> set = new TreeMap<>();
            earlier.ifPresent(one -> end(one, edition, from, set));
            for (String other : edition.content().decision().ends()) {
                endOther(other, edition, from, set);
            }
            set.putAll(edition.content().parameters());
            LocalDate since = from.isBefore(today) ? today : from;
            enter(caller, set, since, edition.content().decision().cited());

            log.changed(null, summary(decided));
            log.note(edition.content().decision().cited());
            log.emit(new Event(
                    "compliance.regulation-decided.v1",
                    editionId,
                    Map.of(
                            "regulationId", row.id(),
                            "kind", edition.kind().name(),
                            "code", edition.content().decision().code(),
                            "effectiveOn", from.toString())));
            tx.afterCommit(regulations::valuesChanged);
            return store.edition(editionId).orElseThrow();
        });
    }

    private String start(String code, String title, ActLog log) {
        String id = ids.next();
        if (code.isEmpty()) {
            Checks checks = new Checks();
            String checked = checks.text("title", title, 1, EditionLimits.TITLE);
            checks.orThrow();
            RegulationRow row = new RegulationRow(id, id, checked, "", Optional.empty(), 0);
            Content content =
                    new Content(checked, "", List.of(), Map.of(), List.of(), freshDecision(), Optional.empty());
            store.insert(row);
            return insert(row, 1, Kind.ADOPT, content, log);
        }
        RegulationSource source = sources.find(code).orElseThrow(() -> new NotFound("compliance.pack-not-found", code));
        Optional<RegulationRow> standing = store.regulationOf(code);
        if (standing.isPresent()) {
            throw new Conflict("compliance.regulation-exists", standing.get().title());
        }
        RegulationRow row = new RegulationRow(id, code, source.title(), source.shortTitle(), Optional.empty(), 0);
        List<RegulationArticle> articles =
                source.articles().stream().map(RegulationArticle::of).toList();
        Content content = new Content(
                source.title(),
                source.shortTitle(),
                articles,
                valuesOf(articles),
                source.bases().stream()
                        .map(basis -> sources.basis(basis).map(LegalBasis::line).orElse("Căn cứ " + basis))
                        .toList(),
                freshDecision(),
                Optional.empty());
        store.insert(row);
        return insert(row, 1, Kind.ADOPT, content, log);
    }

    private String insert(RegulationRow row, int sequence, Kind kind, Content content, ActLog log) {
        Edition edition = new Edition(
                ids.next(),
                row.id(),
                sequence,
                kind,
                false,
                content,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                0);
        if (!store.change(new RegulationRow(
                row.id(), row.origin(), row.title(), row.shortTitle(), Optional.of(edition.id()), row.version()))) {
            throw new Conflict("core.changed-meanwhile");
        }
        store.insert(edition);
        log.subject(edition.id());
        log.changed(null, summary(edition));
        return edition.id();
    }

    private Edition store(Edition before, Content content, ActLog log) {
        Edition after = new Edition(
                before.id(),
                before.regulationId(),
                before.sequence(),
                before.kind(),
                false,
                content,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                before.version());
        if (!store.save(after)) {
            throw new Conflict("core.changed-meanwhile");
        }
        log.changed(summary(before), summary(after));
        return store.edition(before.id()).orElseThrow();
    }

    private void checkDecision(Edition edition, Optional<Edition> earlier, LocalDate today) {
        Decision decision = edition.content().decision();
        Checks checks = new Checks();
        checks.that(
                decision.code().matches("[0-9]{1,6}[^/]*/.+"), "code", "compliance.decision-number", decision.code());
        LocalDate decidedOn = decision.decidedOn().orElse(null);
        LocalDate effectiveOn = edition.content().effectiveOn().orElse(null);
        checks.that(decidedOn != null, "decidedOn", "core.required");
        checks.that(decidedOn == null || !decidedOn.isAfter(today), "decidedOn", "compliance.decided-tomorrow");
        checks.that(effectiveOn != null, "effectiveOn", "core.required");
        if (decidedOn != null && effectiveOn != null) {
            checks.that(!effectiveOn.isBefore(decidedOn), "effectiveOn", "compliance.effective-before-decision");
        }
        // What an earlier decision made, or ended already, stays as it was.
        earlier.flatMap(one -> one.endsOn().or(() -> one.content().effectiveOn()))
                .ifPresent(day -> checks.that(
                        effectiveOn == null || effectiveOn.isAfter(day),
                        "effectiveOn",
                        "compliance.effective-before-last",
                        day));
        checks.text("place", decision.place(), 1, EditionLimits.PLACE);
        checks.text("issuer", decision.issuer(), 1, EditionLimits.NAME);
        checks.text("signer", decision.signer(), 1, EditionLimits.PERSON);
        checks.that(
                decision.capacity() == SigningCapacity.HEAD
                        || decision.capacity() == SigningCapacity.ACTING
                        || !decision.signerPost().isEmpty(),
                "signerPost",
                "core.required");
        checks.that(
                edition.kind() == Kind.REPEAL || !edition.content().articles().isEmpty(),
                "articles",
                "compliance.no-articles");
        checks.orThrow();
    }

    /** Ends an edition the day before another one begins; its parameters fall back unless they are set anew. */
    private void end(Edition edition, Edition by, LocalDate from, Map<String, String> set) {
        if (edition.kind() == Kind.REPEAL || edition.endsOn().isPresent()) {
            return;
        }
        store.end(edition.id(), from.minusDays(1), by.id());
        edition.content()
                .parameters()
                .keySet()
                .forEach(key -> regulations.rule(key).ifPresent(rule -> set.put(key, rule.defaultValue())));
    }

    private void endOther(String regulationId, Edition by, LocalDate from, Map<String, String> set) {
        RegulationRow row = row(regulationId);
        Edition other = latest(regulationId)
                .filter(one -> one.kind() != Kind.REPEAL && one.endsOn().isEmpty())
                .orElseThrow(() -> new Conflict("compliance.regulation-ended", row.title()));
        if (row.id().equals(by.regulationId())
                || !from.isAfter(other.content().effectiveOn().orElseThrow())) {
            throw new Conflict("compliance.cannot-end", row.title());
        }
        if (!store.change(row)) {
            throw new Conflict("core.changed-meanwhile");
        }
        end(other, by, from, set);
    }

    /** Enters the values that differ from what would hold anyhow. */
    private void enter(Caller caller, Map<String, String> set, LocalDate from, String decision) {
        set.forEach((key, value) -> regulations
                .rule(key)
                .filter(rule -> rule.accepts(value))
                .filter(rule -> !regulations.text(key, from).equals(value))
                .ifPresent(rule -> values.enter(key, value, from, decision, caller.name())));
    }

    private Content checked(Checks checks, Content content, Kind kind) {
        String title = checks.text("title", content.title(), 1, EditionLimits.TITLE);
        String shortTitle = checks.text("shortTitle", content.shortTitle(), 0, EditionLimits.SHORT_TITLE);
        checks.that(
                content.articles().size() <= EditionLimits.ARTICLES,
                "articles",
                "compliance.too-many",
                EditionLimits.ARTICLES);
        List<RegulationArticle> articles = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        if (kind != Kind.REPEAL) {
            for (int i = 0; i < Math.min(content.articles().size(), EditionLimits.ARTICLES); i++) {
                RegulationArticle article = article(
                        checks, "articles[" + i + "].", content.articles().get(i));
                articles.add(article);
                checks.that(keys.add(article.key()), "articles[" + i + "].key", "compliance.article-twice");
            }
        }
        Map<String, String> parameters = new HashMap<>();
        if (kind != Kind.REPEAL) {
            content.parameters()
                    .forEach((key, value) -> regulations
                            .rule(key)
                            .ifPresentOrElse(
                                    rule -> {
                                        String text = checks.text("parameter." + key, value, 0, EditionLimits.VALUE);
                                        rule.check(checks, "parameter." + key, text, regulations.cited(rule));
                                        parameters.put(key, text);
                                    },
                                    () -> checks.add("parameter." + key, "compliance.parameter-not-found", key)));
        }
        Optional<LocalDate> effectiveOn = content.effectiveOn();
        effectiveOn.ifPresent(day -> checks.that(inReach(day), "effectiveOn", "compliance.bad-day"));
        return new Content(
                title,
                shortTitle,
                RegulationArticle.counted(articles),
                parameters,
                lines(checks, "bases", content.bases()),
                decision(checks, content.decision()),
                effectiveOn);
    }

    private Decision decision(Checks checks, Decision decision) {
        decision.decidedOn().ifPresent(day -> checks.that(inReach(day), "decidedOn", "compliance.bad-day"));
        List<String> ends = decision.ends().stream().distinct().toList();
        for (String id : ends) {
            checks.that(store.regulation(id).isPresent(), "ends", "compliance.regulation-not-found");
        }
        checks.that(ends.size() <= EditionLimits.LINES, "ends", "compliance.too-many", EditionLimits.LINES);
        return new Decision(
                checks.text("code", decision.code(), 0, EditionLimits.CODE),
                decision.decidedOn(),
                checks.text("place", decision.place(), 0, EditionLimits.PLACE),
                checks.text("superior", decision.superior(), 0, EditionLimits.NAME),
                checks.text("issuer", decision.issuer(), 0, EditionLimits.NAME),
                decision.capacity(),
                checks.text("signerPost", decision.signerPost(), 0, EditionLimits.PERSON),
                checks.text("signer", decision.signer(), 0, EditionLimits.PERSON),
                lines(checks, "recipients", decision.recipients()),
                ends);
    }

    private RegulationArticle article(Checks checks, String prefix, RegulationArticle article) {
        String key = article.key() == null || article.key().isBlank()
                ? ids.next()
                : checks.text(prefix + "key", article.key(), 1, EditionLimits.KEY);
        checks.that(
                article.clauses().size() <= EditionLimits.CLAUSES,
                prefix + "clauses",
                "compliance.too-many",
                EditionLimits.CLAUSES);
        List<ClausePlace> clauses = new ArrayList<>();
        for (ClausePlace place : article.clauses()) {
            checks.that(
                    EditionLimits.clause(place.clause()),
                    prefix + "clauses",
                    "compliance.clause-not-found",
                    place.clause());
            String point = place.point() == null ? "" : place.point().strip();
            checks.that(EditionLimits.point(point), prefix + "clauses", "compliance.bad-point", point);
            clauses.add(new ClausePlace(place.clause(), point));
        }
        return new RegulationArticle(
                key,
                checks.text(prefix + "chapter", article.chapter(), 0, EditionLimits.NUMBER),
                checks.text(prefix + "chapterTitle", article.chapterTitle(), 0, EditionLimits.TITLE),
                checks.text(prefix + "number", article.number(), 1, EditionLimits.NUMBER),
                1,
                checks.text(prefix + "title", article.title(), 1, EditionLimits.TITLE),
                checks.text(prefix + "text", article.text(), 1, EditionLimits.TEXT)
                        .replace("\r\n", "\n"),
                clauses);
    }

    private static List<String> lines(Checks checks, String field, List<String> lines) {
        checks.that(lines.size() <= EditionLimits.LINES, field, "compliance.too-many", EditionLimits.LINES);
        return lines.stream()
                .limit(EditionLimits.LINES)
                .map(line -> checks.text(field, line, 1, EditionLimits.LINE))
                .toList();
    }

    private static boolean inReach(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    private Decision freshDecision() {
        LocalDate today = VietnamTime.today(clock);
        School school = directory.school();
        return new Decision(
                "/QĐ-" + school.abbreviation(),
                Optional.empty(),
                school.place(),
                directory.authorities(today).stream()
                        .findFirst()
                        .map(one -> one.name())
                        .orElse(""),
                school.name(),
                SigningCapacity.HEAD,
                "",
                directory.holders(Post.PRINCIPAL, today).stream()
                        .findFirst()
                        .map(one -> one.fullName())
                        .orElse(""),
                List.of("Như Điều 3", "Lưu: VT"),
                List.of());
    }

    private Map<String, String> valuesOf(List<RegulationArticle> articles) {
        return parametersOf(articles, VietnamTime.today(clock)).stream()
                .collect(Collectors.toMap(Parameter::key, Parameter::value));
    }

    private List<Parameter> parametersOf(List<RegulationArticle> articles, LocalDate day) {
        Set<String> clauses = articles.stream()
                .flatMap(article -> article.clauses().stream())
                .map(ClausePlace::clause)
                .collect(Collectors.toSet());
        return regulations.parameters(day).stream()
                .filter(parameter -> clauses.contains(parameter.clause()))
                .toList();
    }

    private CheckedBasis checked(String line, LocalDate day) {
        Optional<LegalBasis> act = sources.cited(line);
        LegalBasis.State state = act.map(one -> one.on(day)).orElse(LegalBasis.State.UNCHECKED);
        Optional<LegalBasis> successor =
                act.filter(one -> state == LegalBasis.State.EXPIRED).flatMap(one -> sources.basis(one.replacedBy()));
        return new CheckedBasis(line, act, state, successor);
    }

    private RegulationView view(Caller caller, RegulationRow row) {
        LocalDate today = VietnamTime.today(clock);
        boolean drafts = mayDraft(caller);
        List<Edition> editions = store.editions(row.id()).stream()
                .filter(edition -> edition.decided() || drafts)
                .toList();
        Optional<Edition> current = with(editions, Edition.State.IN_FORCE, today);
        Optional<Edition> upcoming = with(editions, Edition.State.UPCOMING, today);
        Edition.State state = current.isPresent()
                ? Edition.State.IN_FORCE
                : upcoming.isPresent()
                        ? Edition.State.UPCOMING
                        : editions.stream().anyMatch(Edition::decided) ? Edition.State.ENDED : Edition.State.DRAFT;
        return new RegulationView(
                row.id(),
                row.origin(),
                editions.isEmpty() ? row.title() : editions.get(0).content().title(),
                state,
                current,
                upcoming,
                drafts ? row.draftId() : Optional.empty(),
                editions);
    }

    private static Optional<Edition> with(List<Edition> editions, Edition.State state, LocalDate day) {
        return editions.stream().filter(one -> one.state(day) == state).findFirst();
    }

    /** The last decided edition before this one, without its articles. */
    private Optional<Edition> earlier(Edition edition) {
        return store.editions(edition.regulationId()).stream()
                .filter(one -> one.decided() && one.sequence() < edition.sequence())
                .findFirst();
    }

    private Optional<Edition> latest(String regulationId) {
        return store.editions(regulationId).stream().filter(Edition::decided).findFirst();
    }

    private RegulationRow row(String regulationId) {
        return store.regulation(regulationId).orElseThrow(() -> new NotFound("compliance.regulation-not-found"));
    }

    private Edition draft(String editionId, long version) {
        Edition edition = store.edition(editionId).orElseThrow(() -> new NotFound("compliance.edition-not-found"));
        if (edition.decided()) {
            throw new Conflict("compliance.decided-already");
        }
        if (edition.version() != version) {
            throw new Conflict("core.changed-meanwhile");
        }
        return edition;
    }

    private static Act draftAct(String editionId, String action) {
        return Act.on(SUBJECT, editionId, action, CompliancePermissions.REGULATION_DRAFT, Scope.school());
    }

    /** What the audit log keeps of an edition: everything but the texts, which the store keeps for ever once decided. */
    private static Map<String, Object> summary(Edition edition) {
        Map<String, Object> summary = new TreeMap<>();
        summary.put("title", edition.content().title());
        summary.put("kind", edition.kind().name());
        summary.put("sequence", edition.sequence());
        summary.put("articles", edition.content().articles().size());
        summary.put("parameters", new TreeMap<>(edition.content().parameters()));
        summary.put("decision", edition.content().decision().cited());
        summary.put(
                "effectiveOn",
                edition.content().effectiveOn().map(LocalDate::toString).orElse(""));
        summary.put("textHash", TextHash.of(edition));
        return summary;
    }

    private boolean mayDraft(Caller caller) {
        return access.allows(caller, CompliancePermissions.REGULATION_DRAFT, Scope.school())
                || access.allows(caller, CompliancePermissions.REGULATION_EDIT, Scope.school());
    }

    private void requireRead(Caller caller) {
        access.require(caller, CompliancePermissions.REGULATION_READ, Scope.school());
    }
}
