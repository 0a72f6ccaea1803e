package vn.quyche.signing.internal.ui;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.signing.api.token.TokenCase;
import vn.quyche.signing.api.token.TokenCases;
import vn.quyche.signing.api.token.TokenUse;
import vn.quyche.signing.api.token.Tokens;

/** Reports of loss, suspicion and support, and what became of them. */
final class TokenCasePages {

    private final TokenCases cases;
    private final Tokens tokens;
    private final SignedThings things;
    private final Messages messages;

    TokenCasePages(TokenCases cases, Tokens tokens, SignedThings things, Messages messages) {
        this.things = things;
        this.cases = cases;
        this.tokens = tokens;
        this.messages = messages;
    }

    View compose(UiRequest request) {
        return View.page(
                "token-report",
                Map.of(
                        "one",
                        tokens.get(request.caller(), request.path("id")),
                        "kinds",
                        Form.choices(messages, request.caller().locale(), TokenCase.Kind.class, "token.report-kind."),
                        "wanted",
                        request.query("kind").orElse("LOSS")));
    }

    View report(UiRequest request) {
        String id = cases.report(
                request.caller(),
                new TokenCases.NewCase(
                        request.path("id"),
                        Form.constant(TokenCase.Kind.class, request.form("kind"))
                                .orElse(null),
                        Form.time(request, "knownUntil"),
                        request.form("text")),
                request.form("key"));
        return View.redirect("/signing/token-cases/" + id, "token.reported");
    }

    View list(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", cases.list(request.caller(), query(request), request.pageRequest()));
        model.put("kinds", Form.filters(messages, request.caller().locale(), TokenCase.Kind.class, "token.case-kind."));
        return View.page("token-cases", model);
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "su-co-usb-ky-so",
                List.of(
                        "token.serial",
                        "token.case",
                        "token.reporter",
                        "token.reported-at",
                        "token.known-until",
                        "token.case.text",
                        "token.outcome",
                        "token.closed-at"),
                Page.every(request.pageRequest(), page -> cases.list(request.caller(), query(request), page))
                        .map(one -> List.of(
                                one.serial(),
                                messages.text(locale, "token.case-kind." + one.kind()),
                                one.reporterName(),
                                VietnamTime.moment(one.reportedAt()),
                                VietnamTime.moment(one.knownUntil()),
                                one.text(),
                                one.outcome()
                                        .map(outcome -> messages.text(locale, "token.case-outcome." + outcome))
                                        .orElse(""),
                                one.closedAt().map(VietnamTime::moment).orElse(""))));
    }

    private static TokenCases.Query query(UiRequest request) {
        return new TokenCases.Query(
                request.query("token"),
                request.query("kind").flatMap(name -> Form.constant(TokenCase.Kind.class, name)),
                request.query("open").isPresent());
    }

    View detail(UiRequest request) {
        String id = request.path("id");
        TokenCase one = cases.get(request.caller(), id);
        Map<String, Object> model = new HashMap<>();
        model.put("one", one);
        Page<TokenUse> signed = cases.signedSince(request.caller(), id, request.pageRequest());
        model.put("signed", signed);
        model.put("things", called(things, request, signed.items()));
        model.put("mayHandle", tokens.keeps(request.caller()));
        return View.page("token-case", model);
    }

    /** What was signed or was to be, by its id. */
    static Map<String, SignedThings.Called> called(SignedThings things, UiRequest request, List<TokenUse> uses) {
        return things.of(
                request.caller(), uses.stream().map(TokenUse::documentId).toList());
    }

    View exportSigned(UiRequest request) {
        return uses(
                messages,
                request,
                "da-ky-tu-lan-cuoi-biet-chac",
                page -> cases.signedSince(request.caller(), request.path("id"), page));
    }

    static View uses(Messages messages, UiRequest request, String name, Function<PageRequest, Page<TokenUse>> pages) {
        Locale locale = request.caller().locale();
        return new View.Table(
                name,
                List.of(
                        "core.time",
                        "token.serial",
                        "core.person",
                        "token.document-kind",
                        "token.document",
                        "token.sha256",
                        "token.outcome",
                        "token.clause",
                        "core.reason"),
                Page.every(pages)
                        .map(one -> List.of(
                                VietnamTime.moment(one.askedAt()),
                                one.serial(),
                                one.personName(),
                                one.documentKind(),
                                one.documentId(),
                                one.sha256(),
                                messages.text(locale, "token.use." + one.outcome()),
                                one.clause(),
                                one.code().isEmpty()
                                        ? ""
                                        : messages.text(locale, one.code(), one.serial(), one.documentKind()))));
    }

    View stepForm(UiRequest request) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (TokenCase.StepKind kind : TokenCase.StepKind.values()) {
            if (kind != TokenCase.StepKind.REPORTED && kind != TokenCase.StepKind.CLOSED) {
                kinds.put(kind.name(), messages.text(request.caller().locale(), "token.step." + kind));
            }
        }
        return View.page(
                "token-case-step", Map.of("one", cases.get(request.caller(), request.path("id")), "kinds", kinds));
    }

    View step(UiRequest request) {
        cases.step(
                request.caller(),
                request.path("id"),
                Form.constant(TokenCase.StepKind.class, request.form("kind")).orElse(null),
                request.form("text"));
        return View.redirect("/signing/token-cases/" + request.path("id"), "token.step-written");
    }

    View closeForm(UiRequest request) {
        TokenCase one = cases.get(request.caller(), request.path("id"));
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (TokenCase.Outcome outcome : TokenCase.Outcome.values()) {
            if (outcome.fits(one.kind())) {
                outcomes.put(outcome.name(), messages.text(request.caller().locale(), "token.case-outcome." + outcome));
            }
        }
        Map<String, String> others = new LinkedHashMap<>();
        Page.every(page -> tokens.list(request.caller(), Tokens.Query.all(), page))
                .filter(token ->
                        !token.id().equals(one.tokenId()) && token.state().counts())
                .forEach(token -> others.put(token.id(), token.serial() + " · " + token.holderName()));
        return View.page("token-case-close", Map.of("one", one, "outcomes", outcomes, "others", others));
    }

    View close(UiRequest request) {
        cases.close(
                request.caller(),
                request.path("id"),
                Form.constant(TokenCase.Outcome.class, request.form("outcome")).orElse(null),
                request.form("replacementId"),
                request.form("text"));
        return View.redirect("/signing/token-cases/" + request.path("id"), "token.case-is-closed");
    }
}
