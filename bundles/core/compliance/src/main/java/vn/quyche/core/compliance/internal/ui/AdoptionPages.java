package vn.quyche.core.compliance.internal.ui;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Parameter;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.print.SigningCapacity;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.compliance.internal.model.Decision;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.Edition.Content;
import vn.quyche.core.compliance.internal.model.Edition.Kind;
import vn.quyche.core.compliance.internal.model.RegulationArticle;
import vn.quyche.core.compliance.internal.model.RegulationArticle.ClausePlace;
import vn.quyche.core.compliance.internal.model.RegulationSource;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations.RegulationView;
import vn.quyche.core.compliance.internal.service.RegulationReader;

/** Pages on which a regulation is drafted step by step and decided. */
final class AdoptionPages {

    private static final String EDITIONS = "/compliance/editions/";

    private final AdoptedRegulations adopted;
    private final RegulationReader reader;
    private final Clock clock;

    AdoptionPages(AdoptedRegulations adopted, RegulationReader reader, Clock clock) {
        this.adopted = adopted;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * A line of the first step.
     *
     * @param article the article
     * @param kept whether it stands in the draft
     */
    public record Choice(RegulationArticle article, boolean kept) {}

    View packs(UiRequest request) {
        return View.page(
                "compliance/packs", Map.of("packs", adopted.sources(request.caller()), "taken", taken(request)));
    }

    View pack(UiRequest request) {
        RegulationSource pack = adopted.source(request.caller(), request.path("code"));
        return View.page(
                "compliance/pack",
                Map.of(
                        "pack",
                        pack,
                        "articles",
                        pack.articles().stream().map(RegulationArticle::of).toList()));
    }

    View compose(UiRequest request) {
        Set<String> taken = taken(request);
        Map<String, String> packs = new LinkedHashMap<>();
        adopted.sources(request.caller()).stream()
                .filter(one -> !taken.contains(one.code()))
                .forEach(one -> packs.put(one.code(), one.title()));
        return View.page(
                "compliance/regulation-new",
                Map.of("packs", packs, "wanted", request.query("pack").orElse("")));
    }

    View create(UiRequest request) {
        String draft =
                adopted.start(request.caller(), request.form("key"), request.form("pack"), request.form("title"));
        return View.redirect(EDITIONS + draft + "/outline", "compliance.draft-started");
    }

    View revise(UiRequest request) {
        Kind kind =
                Form.constant(Kind.class, request.form("kind")).orElseThrow(() -> new Invalid("kind", "core.required"));
        String draft = adopted.revise(request.caller(), request.form("key"), request.path("id"), kind);
        return View.redirect(
                EDITIONS + draft + (kind == Kind.REPEAL ? "/decision" : "/outline"), "compliance.draft-started");
    }

    View outline(UiRequest request) {
        Edition edition = edition(request);
        return View.page(
                "compliance/draft-outline",
                model(request, edition, "outline", Map.of("choices", choices(request, edition))));
    }

    View saveOutline(UiRequest request) {
        Edition edition = edition(request);
        Content old = edition.content();
        List<RegulationArticle> kept = ordered(request, choices(request, edition)).stream()
                .filter(article -> "true".equals(request.form("keep." + article.key())))
                .map(article -> numbered(article, request.form("number." + article.key())))
                .toList();
        adopted.save(
                request.caller(),
                edition.id(),
                Form.version(request),
                new Content(
                        request.form("title"),
                        request.form("shortTitle"),
                        kept,
                        parametersOf(request, edition, kept),
                        old.bases(),
                        old.decision(),
                        old.effectiveOn()));
        return next(request, edition, "outline", "parameters");
    }

    View article(UiRequest request) {
        Edition edition = edition(request);
        RegulationArticle article = article(edition, request.path("key"));
        Map<String, String> summaries = new HashMap<>();
        Map<String, String> others = new LinkedHashMap<>();
        Set<String> mapped = article.clauses().stream().map(ClausePlace::clause).collect(Collectors.toSet());
        adopted.sources(request.caller()).stream()
                .flatMap(source -> source.articles().stream())
                .flatMap(one -> one.points().stream())
                .forEach(point -> point.clauses().forEach(clause -> {
                    summaries.put(clause, point.text());
                    if (!mapped.contains(clause)) {
                        others.put(clause, clause + " · " + shortened(point.text()));
                    }
                }));
        return View.page(
                "compliance/draft-article",
                model(
                        request,
                        edition,
                        "outline",
                        Map.of("article", article, "summaries", summaries, "others", others)));
    }

    View saveArticle(UiRequest request) {
        Edition edition = edition(request);
        RegulationArticle old = article(edition, request.path("key"));
        List<ClausePlace> clauses = new ArrayList<>();
        for (ClausePlace place : old.clauses()) {
            if (!"true".equals(request.form("drop." + place.clause()))) {
                clauses.add(new ClausePlace(place.clause(), request.form("point." + place.clause())));
            }
        }
        if (!request.form("addClause").isEmpty()) {
            clauses.add(new ClausePlace(request.form("addClause"), request.form("addPoint")));
        }
        adopted.saveArticle(
                request.caller(),
                edition.id(),
                Form.version(request),
                new RegulationArticle(
                        old.key(),
                        request.form("chapter"),
                        request.form("chapterTitle"),
                        request.form("number"),
                        1,
                        request.form("title"),
                        request.form("text"),
                        clauses));
        return View.redirect(EDITIONS + edition.id() + "/outline", "core.saved");
    }

    View parameters(UiRequest request) {
        Edition edition = edition(request);
        return View.page(
                "compliance/draft-parameters",
                model(
                        request,
                        edition,
                        "parameters",
                        Map.of("parameters", adopted.parameters(request.caller(), edition.id()))));
    }

    View saveParameters(UiRequest request) {
        Edition edition = edition(request);
        Map<String, String> values = new HashMap<>();
        adopted.parameters(request.caller(), edition.id())
                .forEach(one -> values.put(one.key(), request.form("parameter." + one.key())));
        save(request, edition, edition.content().withParameters(values));
        return next(request, edition, "parameters", "bases");
    }

    View bases(UiRequest request) {
        Edition edition = edition(request);
        return View.page(
                "compliance/draft-bases",
                model(
                        request,
                        edition,
                        "bases",
                        Map.of(
                                "lines",
                                String.join("\n", edition.content().bases()),
                                "checked",
                                adopted.bases(request.caller(), edition.id()),
                                "register",
                                adopted.legalBases(request.caller()).stream()
                                        .map(act -> Map.of("act", act, "state", act.on(VietnamTime.today(clock))))
                                        .toList())));
    }

    View saveBases(UiRequest request) {
        Edition edition = edition(request);
        save(request, edition, edition.content().withBases(lines(request.form("bases"))));
        return next(request, edition, "bases", "decision");
    }

    View decision(UiRequest request) {
        Edition edition = edition(request);
        List<RegulationView> others = adopted.list(request.caller()).stream()
                .filter(one -> !one.id().equals(edition.regulationId()))
                .filter(one -> one.current().isPresent())
                .toList();
        Map<String, String> endable = new LinkedHashMap<>();
        others.forEach(one -> endable.put(one.id(), one.title()));
        Map<String, Object> shown = new HashMap<>();
        shown.put("decision", edition.content().decision());
        shown.put("recipients", String.join("\n", edition.content().decision().recipients()));
        shown.put("capacities", SigningCapacity.values());
        shown.put("endable", endable);
        shown.put("today", VietnamTime.today(clock));
        shown.put(
                "expired",
                adopted.bases(request.caller(), edition.id()).stream()
                        .filter(one -> one.successor().isPresent())
                        .toList());
        return View.page("compliance/draft-decision", model(request, edition, "decision", shown));
    }

    View saveDecision(UiRequest request) {
        Edition edition = edition(request);
        Decision decision = new Decision(
                request.form("code"),
                Form.day(request, "decidedOn"),
                request.form("place"),
                request.form("superior"),
                request.form("issuer"),
                Form.constant(SigningCapacity.class, request.form("capacity"))
                        .orElseThrow(() -> new Invalid("capacity", "core.required")),
                request.form("signerPost"),
                request.form("signer"),
                lines(request.form("recipients")),
                request.formAll("ends"));
        save(request, edition, edition.content().withDecision(decision, Form.day(request, "effectiveOn")));
        return View.redirect(EDITIONS + edition.id() + "/decision", "compliance.draft-saved");
    }

    View decide(UiRequest request) {
        Edition decided = adopted.decide(request.caller(), request.path("id"), Form.version(request));
        return View.redirect(
                "/compliance/regulations/" + decided.regulationId(),
                "compliance.decided",
                decided.content().decision().code());
    }

    View discard(UiRequest request) {
        adopted.discard(request.caller(), request.path("id"), Form.version(request));
        return View.redirect("/compliance/regulations", "compliance.draft-discarded");
    }

    private Edition save(UiRequest request, Edition edition, Content content) {
        return adopted.save(request.caller(), edition.id(), Form.version(request), content);
    }

    private View next(UiRequest request, Edition edition, String here, String next) {
        boolean stay = "stay".equals(request.form("then"));
        return View.redirect(EDITIONS + edition.id() + "/" + (stay ? here : next), "compliance.draft-saved");
    }

    private Edition edition(UiRequest request) {
        return adopted.edition(request.caller(), request.path("id"));
    }

    private Map<String, Object> model(UiRequest request, Edition edition, String step, Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>(more);
        model.put("edition", edition);
        model.put("content", edition.content());
        model.put("base", EDITIONS + edition.id());
        model.put("step", step);
        model.put("repeal", edition.kind() == Kind.REPEAL);
        return model;
    }

    /** The articles of the draft, and those of its pack that it left out, in the pack's order. */
    private List<Choice> choices(UiRequest request, Edition edition) {
        List<RegulationArticle> articles = edition.content().articles();
        List<Choice> choices = new ArrayList<>();
        articles.forEach(article -> choices.add(new Choice(article, true)));
        Set<String> present = articles.stream().map(RegulationArticle::key).collect(Collectors.toSet());
        String origin = adopted.get(request.caller(), edition.regulationId()).origin();
        Optional<RegulationSource> source = adopted.sources(request.caller()).stream()
                .filter(one -> one.code().equals(origin))
                .findFirst();
        int place = 0;
        for (RegulationSource.Article one :
                source.map(RegulationSource::articles).orElse(List.of())) {
            int at = indexOf(choices, one.key());
            if (at >= 0) {
                place = at + 1;
            } else if (!present.contains(one.key())) {
                choices.add(place++, new Choice(RegulationArticle.of(one), false));
            }
        }
        return choices;
    }

    /** The articles in the order that was asked for: one that moves up stands before who had its place, else behind. */
    private static List<RegulationArticle> ordered(UiRequest request, List<Choice> choices) {
        Map<String, Double> places = new HashMap<>();
        for (int i = 0; i < choices.size(); i++) {
            int now = i + 1;
            String key = choices.get(i).article().key();
            int wanted = Form.number(request, "place." + key, 1, choices.size()).orElse(now);
            places.put(key, wanted + Integer.signum(wanted - now) * 0.5);
        }
        return choices.stream()
                .map(Choice::article)
                .sorted(Comparator.comparing(article -> places.get(article.key())))
                .toList();
    }

    private static int indexOf(List<Choice> choices, String key) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).article().key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** The values of parameters that still belong to an article; new ones as they are now. */
    private Map<String, String> parametersOf(UiRequest request, Edition edition, List<RegulationArticle> articles) {
        Set<String> clauses = new HashSet<>();
        articles.forEach(article -> article.clauses().forEach(place -> clauses.add(place.clause())));
        return reader.parameters(request.caller(), null).stream()
                .filter(parameter -> clauses.contains(parameter.clause()))
                .collect(Collectors.toMap(
                        Parameter::key,
                        parameter -> edition.content().parameters().getOrDefault(parameter.key(), parameter.value())));
    }

    private static RegulationArticle article(Edition edition, String key) {
        if (key.equals("new")) {
            List<RegulationArticle> all = edition.content().articles();
            String chapter = all.isEmpty() ? "" : all.get(all.size() - 1).chapter();
            String chapterTitle = all.isEmpty() ? "" : all.get(all.size() - 1).chapterTitle();
            return new RegulationArticle(
                    "", chapter, chapterTitle, String.valueOf(all.size() + 1), 1, "", "", List.of());
        }
        return edition.content().articles().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("compliance.article-not-found"));
    }

    private static RegulationArticle numbered(RegulationArticle article, String number) {
        return new RegulationArticle(
                article.key(),
                article.chapter(),
                article.chapterTitle(),
                number.strip(),
                1,
                article.title(),
                article.text(),
                article.clauses());
    }

    private Set<String> taken(UiRequest request) {
        return adopted.list(request.caller()).stream()
                .map(RegulationView::origin)
                .collect(Collectors.toSet());
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}
