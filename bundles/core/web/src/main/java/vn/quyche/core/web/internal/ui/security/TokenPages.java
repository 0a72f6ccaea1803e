package vn.quyche.core.web.internal.ui.security;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Tokens;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;

/** API tokens: the own ones, and those of others. */
final class TokenPages {

    private static final String MINE = "/account/tokens";
    private static final int USUAL_MONTHS = 6;

    private final Tokens tokens;
    private final Held held;
    private final Labels labels;
    private final Clock clock;

    /** The permissions that a caller holds. */
    interface Held {
        Set<String> by(Caller caller);
    }

    TokenPages(Tokens tokens, Held held, Labels labels, Clock clock) {
        this.tokens = tokens;
        this.held = held;
        this.labels = labels;
        this.clock = clock;
    }

    View mine(UiRequest request) {
        return show(request, tokens.mine(request.caller(), request.pageRequest()), true);
    }

    View list(UiRequest request) {
        return show(request, tokens.list(request.caller(), request.query("account"), request.pageRequest()), false);
    }

    private View show(UiRequest request, Page<Tokens.Token> page, boolean own) {
        return View.page("security/tokens", Map.of("page", page, "own", own, "today", VietnamTime.today(clock)));
    }

    View exportMine(UiRequest request) {
        return table(request, Page.every(request.pageRequest(), page -> tokens.mine(request.caller(), page)));
    }

    View export(UiRequest request) {
        return table(
                request,
                Page.every(
                        request.pageRequest(), page -> tokens.list(request.caller(), request.query("account"), page)));
    }

    private View table(UiRequest request, Stream<Tokens.Token> all) {
        Locale locale = request.caller().locale();
        LocalDate today = VietnamTime.today(clock);
        return new View.Table(
                "khoa-api",
                List.of(
                        "security.token-name",
                        "security.account",
                        "security.permissions",
                        "security.created",
                        "security.expires",
                        "security.last-used",
                        "core.state"),
                all.map(token -> List.of(
                        token.name(),
                        token.accountName(),
                        labels.permissions(locale, token.permissions()),
                        VietnamTime.moment(token.createdAt()),
                        VietnamTime.day(token.expiresOn()),
                        token.lastUsedAt().map(VietnamTime::moment).orElse(""),
                        labels.state(locale, token, today))));
    }

    View compose(UiRequest request) {
        Caller caller = request.caller();
        LocalDate today = VietnamTime.today(clock);
        return View.page(
                "security/token-new",
                Map.of(
                        "groups", labels.groups(caller.locale(), held.by(caller)),
                        "expires", today.plusMonths(USUAL_MONTHS),
                        "first", today,
                        "last", today.plusYears(1)));
    }

    View create(UiRequest request) {
        Checks checks = new Checks();
        String name = checks.text("name", request.form("name"), 1, 100);
        Optional<LocalDate> expires = GrantPages.day(checks, "expiresOn", request.form("expiresOn"), true);
        Set<String> permissions = new TreeSet<>(request.formAll("permissions"));
        checks.that(!permissions.isEmpty(), "permissions", "core.choose-one");
        checks.that(!request.form("password").isEmpty(), "password", "core.required");
        checks.orThrow();
        Tokens.Created created = tokens.create(
                request.caller(),
                request.form("password"),
                new Tokens.NewToken(Optional.empty(), name, permissions, expires.orElseThrow()));
        Map<String, Object> model = new HashMap<>();
        model.put("token", created.token());
        model.put("secret", created.secret());
        return View.page("security/token-once", model);
    }

    View revokeMine(UiRequest request) {
        tokens.revoke(request.caller(), request.path("id"));
        return View.redirect(MINE, "security.token-revoked");
    }

    View revoke(UiRequest request) {
        tokens.revoke(request.caller(), request.path("id"));
        return View.redirect("/security/tokens", "security.token-revoked");
    }
}
