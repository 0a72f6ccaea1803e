package vn.quyche.signing.internal.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenCases;
import vn.quyche.signing.api.token.TokenCustody;
import vn.quyche.signing.api.token.TokenState;
import vn.quyche.signing.api.token.TokenUse;
import vn.quyche.signing.api.token.Tokens;
import vn.quyche.signing.internal.model.DocumentKinds;

/** The register, a token, its scopes, and the register of uses. */
final class TokenRegisterPages {

    private static final int FEW = 5;

    private final Tokens tokens;
    private final TokenCustody custody;
    private final TokenCases cases;
    private final SignedThings things;
    private final Messages messages;
    private final Clock clock;

    TokenRegisterPages(
            Tokens tokens,
            TokenCustody custody,
            TokenCases cases,
            SignedThings things,
            Messages messages,
            Clock clock) {
        this.things = things;
        this.tokens = tokens;
        this.custody = custody;
        this.cases = cases;
        this.messages = messages;
        this.clock = clock;
    }

    View list(UiRequest request) {
        Locale locale = request.caller().locale();
        Map<String, Object> model = new HashMap<>();
        model.put("page", tokens.list(request.caller(), query(request), request.pageRequest()));
        model.put("states", Form.filters(messages, locale, TokenState.class, "token.state."));
        model.put("kinds", Form.filters(messages, locale, SignatureKind.class, "token.kind."));
        model.put("lacking", tokens.lacking(request.caller()).size());
        model.put("mayKeep", tokens.keeps(request.caller()));
        return View.page("tokens", model);
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "so-usb-ky-so",
                List.of(
                        "token.serial",
                        "token.kind",
                        "token.holder",
                        "token.custodian",
                        "token.place",
                        "token.provider",
                        "token.purpose",
                        "core.state",
                        "token.cert-serial",
                        "token.issuer",
                        "token.valid-from",
                        "token.valid-to",
                        "token.fingerprint"),
                Page.every(request.pageRequest(), page -> tokens.list(request.caller(), query(request), page))
                        .map(one -> List.of(
                                one.serial(),
                                messages.text(locale, "token.kind." + one.kind()),
                                one.holderName(),
                                one.custodianName(),
                                one.place(),
                                one.provider(),
                                one.purpose(),
                                messages.text(locale, "token.state." + one.state()),
                                one.certificate().serial(),
                                one.certificate().issuer(),
                                VietnamTime.moment(one.certificate().validFrom()),
                                VietnamTime.moment(one.certificate().validTo()),
                                one.certificate().fingerprint())));
    }

    View lacking(UiRequest request) {
        return View.page("tokens-lacking", Map.of("lacking", tokens.lacking(request.caller())));
    }

    View compose(UiRequest request) {
        return View.page(
                "token-form",
                Map.of("kinds", Form.choices(messages, request.caller().locale(), SignatureKind.class, "token.kind.")));
    }

    View register(UiRequest request) {
        String id = tokens.register(
                request.caller(),
                new Tokens.NewToken(
                        request.form("serial"),
                        Form.constant(SignatureKind.class, request.form("kind")).orElse(null),
                        request.form("provider"),
                        request.form("purpose"),
                        request.form("holderId"),
                        request.form("place"),
                        request.form("remark"),
                        certificate(request)),
                request.form("key"));
        return View.redirect("/signing/tokens/" + id, "token.registered");
    }

    /** The bytes of the file, one more than are taken at most: what is longer is refused by its length. */
    private static byte[] certificate(UiRequest request) {
        List<UiRequest.Upload> files = request.files("certificate");
        if (files.isEmpty()) {
            return new byte[0];
        }
        try (InputStream in = files.get(0).open()) {
            return in.readNBytes(Tokens.MAX_FILE + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    View detail(UiRequest request) {
        String id = request.path("id");
        Map<String, Object> model = model(request);
        model.put("scopes", tokens.scopes(request.caller(), id));
        model.put("today", VietnamTime.today(clock));
        model.put(
                "chain",
                custody.list(
                                request.caller(),
                                new TokenCustody.Query(Optional.of(id), Optional.empty(), false),
                                PageRequest.first(FEW))
                        .items());
        model.put(
                "cases",
                cases.list(
                                request.caller(),
                                new TokenCases.Query(Optional.of(id), Optional.empty(), false),
                                PageRequest.first(FEW))
                        .items());
        List<TokenUse> uses = tokens.uses(request.caller(), Optional.of(id), Optional.empty(), PageRequest.first(FEW))
                .items();
        model.put("uses", uses);
        model.put("things", TokenCasePages.called(things, request, uses));
        return View.page("token", model);
    }

    private Map<String, Object> model(UiRequest request) {
        String id = request.path("id");
        Map<String, Object> model = new HashMap<>();
        model.put("one", tokens.get(request.caller(), id));
        model.put("rights", tokens.rights(request.caller(), id));
        return model;
    }

    View editForm(UiRequest request) {
        return View.page("token-edit", model(request));
    }

    View change(UiRequest request) {
        SigningToken changed = tokens.change(
                request.caller(),
                request.path("id"),
                request.form("provider"),
                request.form("purpose"),
                request.form("place"),
                Form.version(request));
        return View.redirect("/signing/tokens/" + changed.id(), "token.changed");
    }

    View renewForm(UiRequest request) {
        return View.page("token-renew", model(request));
    }

    View renew(UiRequest request) {
        SigningToken renewed = tokens.renew(
                request.caller(),
                request.path("id"),
                certificate(request),
                request.form("remark"),
                Form.version(request));
        return View.redirect("/signing/tokens/" + renewed.id(), "token.renewed");
    }

    View markForm(UiRequest request) {
        Map<String, Object> model = model(request);
        Map<String, String> states = new LinkedHashMap<>();
        for (TokenState state :
                List.of(TokenState.BLOCKED, TokenState.IN_USE, TokenState.REVOKED, TokenState.DESTROYED)) {
            states.put(state.name(), messages.text(request.caller().locale(), "token.mark." + state));
        }
        model.put("states", states);
        return View.page("token-mark", model);
    }

    View mark(UiRequest request) {
        SigningToken marked = tokens.mark(
                request.caller(),
                request.path("id"),
                Form.constant(TokenState.class, request.form("state"))
                        .orElseThrow(() -> new Invalid("state", "core.required")),
                request.form("reason"),
                Form.version(request));
        return View.redirect("/signing/tokens/" + marked.id(), "token.changed");
    }

    View confirm(UiRequest request) {
        tokens.confirm(request.caller(), request.path("id"));
        return View.redirect("/signing/tokens/" + request.path("id"), "token.confirmed");
    }

    View scopeForm(UiRequest request) {
        Map<String, Object> model = model(request);
        Map<String, String> kinds = new LinkedHashMap<>();
        DocumentKinds.all().forEach((code, name) -> kinds.put(code, code + " – " + name));
        model.put("kinds", kinds);
        model.put("today", VietnamTime.today(clock));
        return View.page("token-scope", model);
    }

    View grant(UiRequest request) {
        tokens.grant(
                request.caller(),
                request.path("id"),
                new Tokens.NewScope(
                        Form.texts(request, "kinds"),
                        Form.requiredDay(request, "from"),
                        Form.requiredDay(request, "to"),
                        Form.number(request, "most", 0, 1_000_000).orElse(0),
                        request.form("delegationId"),
                        request.form("basis")),
                request.form("key"));
        return View.redirect("/signing/tokens/" + request.path("id"), "token.scope-granted");
    }

    View endScopeForm(UiRequest request) {
        return View.page("token-scope-end", model(request));
    }

    View endScope(UiRequest request) {
        tokens.endScope(request.caller(), request.path("id"), request.path("scope"), request.form("reason"));
        return View.redirect("/signing/tokens/" + request.path("id"), "token.scope-taken-back");
    }

    View uses(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        Page<TokenUse> page =
                tokens.uses(request.caller(), request.query("token"), outcome(request), request.pageRequest());
        model.put("page", page);
        model.put("things", TokenCasePages.called(things, request, page.items()));
        model.put("outcomes", Form.filters(messages, request.caller().locale(), TokenUse.Outcome.class, "token.use."));
        return View.page("token-uses", model);
    }

    View exportUses(UiRequest request) {
        return TokenCasePages.uses(
                messages,
                request,
                "so-su-dung-usb-ky-so",
                page -> tokens.uses(request.caller(), request.query("token"), outcome(request), page));
    }

    private static Optional<TokenUse.Outcome> outcome(UiRequest request) {
        return request.query("outcome").flatMap(name -> Form.constant(TokenUse.Outcome.class, name));
    }

    View card(UiRequest request) {
        return View.page(
                "card-tokens",
                Map.of(
                        "mine",
                        tokens.list(request.caller(), Tokens.Query.own(), PageRequest.first(FEW))
                                .items()));
    }

    private static Tokens.Query query(UiRequest request) {
        return new Tokens.Query(
                request.query("q"),
                request.query("state").flatMap(name -> Form.constant(TokenState.class, name)),
                request.query("kind").flatMap(name -> Form.constant(SignatureKind.class, name)),
                request.query("mine").isPresent());
    }
}
