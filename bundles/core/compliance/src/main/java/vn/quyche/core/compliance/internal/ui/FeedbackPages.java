package vn.quyche.core.compliance.internal.ui;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.Feedback;
import vn.quyche.core.compliance.internal.model.FeedbackAnswer;
import vn.quyche.core.compliance.internal.model.FeedbackQuery;
import vn.quyche.core.compliance.internal.model.RegulationArticle;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations;
import vn.quyche.core.compliance.internal.service.CompliancePermissions;
import vn.quyche.core.compliance.internal.service.Feedbacks;
import vn.quyche.core.compliance.internal.service.Feedbacks.FeedbackView;
import vn.quyche.core.compliance.internal.service.Feedbacks.NewAnswer;
import vn.quyche.core.compliance.internal.service.Feedbacks.NewFeedback;

/** Pages on which opinions on regulations are given, read and answered. */
final class FeedbackPages {

    private static final String ALL = "/compliance/feedback";
    private static final List<String> HEADINGS = List.of(
            "compliance.feedback.given",
            "core.person",
            "compliance.regulation",
            "compliance.feedback.place",
            "compliance.feedback.text",
            "compliance.feedback.proposal",
            "core.state",
            "compliance.feedback.due",
            "compliance.feedback.answered-at",
            "compliance.feedback.reason",
            "compliance.feedback.taken-up");

    private final Feedbacks feedbacks;
    private final AdoptedRegulations adopted;
    private final Access access;
    private final Messages messages;

    FeedbackPages(Feedbacks feedbacks, AdoptedRegulations adopted, Access access, Messages messages) {
        this.feedbacks = feedbacks;
        this.adopted = adopted;
        this.access = access;
        this.messages = messages;
    }

    View compose(UiRequest request) {
        Edition edition = adopted.edition(request.caller(), request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("edition", edition);
        model.put("articles", articles(edition));
        model.put("chosen", request.query("article").orElse(""));
        return View.page("compliance/feedback-new", model);
    }

    View give(UiRequest request) {
        String id = feedbacks.give(
                request.caller(),
                request.form("key"),
                new NewFeedback(
                        request.path("id"), request.form("article"), request.form("text"), request.form("proposal")));
        return View.redirect(ALL + "/" + id, "compliance.feedback.thanks");
    }

    View mine(UiRequest request) {
        return View.page(
                "compliance/feedback-mine",
                Map.of("page", feedbacks.mine(request.caller(), query(request), request.pageRequest())));
    }

    View exportMine(UiRequest request) {
        FeedbackQuery query = query(request);
        return table(request, "gop-y-cua-toi", page -> feedbacks.mine(request.caller(), query, page));
    }

    View list(UiRequest request) {
        FeedbackQuery query = query(request);
        Page<FeedbackView> page = feedbacks.list(request.caller(), query, request.pageRequest());
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("regulations", regulations(request));
        query.regulationId().ifPresent(id -> model.put("regulationChosen", id));
        query.articleKey()
                .ifPresent(key -> model.put(
                        "articleChosen",
                        page.items().stream()
                                .map(view -> view.feedback().place())
                                .findFirst()
                                .orElse(key)));
        return View.page("compliance/feedback-list", model);
    }

    View export(UiRequest request) {
        FeedbackQuery query = query(request);
        return table(request, "gop-y-quy-che", page -> feedbacks.list(request.caller(), query, page));
    }

    View detail(UiRequest request) {
        FeedbackView view = feedbacks.get(request.caller(), request.path("id"));
        Map<String, Object> model = new HashMap<>();
        boolean office = access.allows(request.caller(), CompliancePermissions.REGULATION_FEEDBACK, Scope.school());
        boolean own = request.caller()
                .personId()
                .filter(view.feedback().authorId()::equals)
                .isPresent();
        model.put("v", view);
        model.put("mayAnswer", office && !own);
        if (office) {
            model.put("together", feedbacks.together(request.caller(), view));
            model.put("editions", options(feedbacks.later(request.caller(), List.of(view))));
        }
        return View.page("compliance/feedback", model);
    }

    /** The ticked opinions go on to the form in which they are answered. */
    View choose(UiRequest request) {
        List<String> ids = Form.texts(request, "id");
        if (ids.isEmpty()) {
            throw new Invalid("id", "compliance.feedback-none-chosen");
        }
        if (ids.size() > Feedbacks.MAX_AT_ONCE) {
            throw new Invalid("id", "compliance.feedback-too-many", Feedbacks.MAX_AT_ONCE);
        }
        if (ids.stream().anyMatch(id -> !id.matches("[0-9A-Za-z-]{1,26}"))) {
            throw new NotFound("compliance.feedback-not-found");
        }
        return View.redirect(ALL + "/answer?ids=" + String.join(",", ids));
    }

    View answerForm(UiRequest request) {
        List<String> ids = ids(request);
        if (ids.isEmpty()) {
            return View.redirect(ALL, "compliance.feedback-none-chosen");
        }
        List<FeedbackView> chosen = feedbacks.chosen(request.caller(), ids);
        Map<String, Object> model = new HashMap<>();
        model.put("chosen", chosen);
        model.put(
                "ids",
                String.join(
                        ",", chosen.stream().map(view -> view.feedback().id()).toList()));
        model.put("outcomes", outcomes(request.caller().locale()));
        model.put("editions", options(feedbacks.later(request.caller(), chosen)));
        return View.page("compliance/feedback-answer", model);
    }

    View answer(UiRequest request) {
        List<String> ids = ids(request);
        NewAnswer wanted = new NewAnswer(
                ids,
                Form.constant(Feedback.State.class, request.form("outcome")).orElse(null),
                request.form("summary"),
                request.form("reason"),
                request.form("editionId"));
        feedbacks.answer(request.caller(), request.form("key"), wanted);
        return View.redirect(ALL, "compliance.feedback.answered", ids.size());
    }

    View takeUp(UiRequest request) {
        FeedbackView view = feedbacks.get(request.caller(), request.path("id"));
        String answer =
                view.answer().map(FeedbackAnswer::id).orElseThrow(() -> new NotFound("compliance.feedback-not-found"));
        feedbacks.takeUp(request.caller(), answer, request.form("editionId"));
        return View.redirect(ALL + "/" + view.feedback().id(), "compliance.feedback.taken-up-done");
    }

    private static List<String> ids(UiRequest request) {
        String ids = Form.text(request, "ids").or(() -> request.query("ids")).orElse("");
        return Stream.of(ids.split(",")).filter(id -> !id.isBlank()).toList();
    }

    private Map<String, String> outcomes(Locale locale) {
        Map<String, String> outcomes =
                Form.choices(messages, locale, Feedback.State.class, "compliance.feedback.state.");
        outcomes.remove(Feedback.State.OPEN.name());
        return outcomes;
    }

    private Map<String, String> regulations(UiRequest request) {
        Map<String, String> options = new LinkedHashMap<>();
        adopted.list(request.caller()).forEach(one -> options.put(one.id(), one.title()));
        return options;
    }

    private static Map<String, String> articles(Edition edition) {
        List<RegulationArticle> articles = edition.content().articles();
        Map<String, String> options = new LinkedHashMap<>();
        for (RegulationArticle article : articles) {
            boolean twins = articles.stream()
                    .anyMatch(other -> other != article && other.number().equals(article.number()));
            options.put(article.key(), article.citation("", twins) + ". " + article.title());
        }
        return options;
    }

    private static Map<String, String> options(List<Edition> editions) {
        Map<String, String> options = new LinkedHashMap<>();
        editions.forEach(one -> options.put(
                one.id(), one.sequence() + " · " + one.content().decision().cited()));
        return options;
    }

    private View table(UiRequest request, String name, Function<PageRequest, Page<FeedbackView>> pages) {
        Locale locale = request.caller().locale();
        return new View.Table(
                name, HEADINGS, Page.every(request.pageRequest(), pages).map(view -> row(locale, view)));
    }

    private List<String> row(Locale locale, FeedbackView view) {
        Feedback feedback = view.feedback();
        return List.of(
                VietnamTime.moment(feedback.givenAt()),
                view.author(),
                feedback.regulation(),
                feedback.place().isEmpty() ? messages.text(locale, "compliance.feedback.whole") : feedback.place(),
                feedback.text(),
                feedback.proposal(),
                messages.text(locale, "compliance.feedback.state." + feedback.state()),
                VietnamTime.moment(feedback.dueAt()),
                view.answer()
                        .map(answer -> VietnamTime.moment(answer.answeredAt()))
                        .orElse(""),
                view.answer().map(FeedbackAnswer::reason).orElse(""),
                view.takenUpBy());
    }

    private static FeedbackQuery query(UiRequest request) {
        return new FeedbackQuery(
                request.query("regulation").filter(id -> !id.isBlank()),
                request.query("article").filter(key -> !key.isBlank()),
                request.query("state").flatMap(state -> Form.constant(Feedback.State.class, state)),
                request.query("q"));
    }
}
