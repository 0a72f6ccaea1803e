package vn.quyche.group.internal.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.PlatformAccount;
import vn.quyche.group.api.members.PlatformAccounts;

/** The accounts of staff on platforms: one's own, and those of the members whom one administers. */
final class AccountPages {

    private final PlatformAccounts accounts;
    private final Messages messages;

    AccountPages(PlatformAccounts accounts, Messages messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    /** One platform at a time; that of the form when it comes back. */
    View mine(UiRequest request) {
        List<PlatformAccount> mine = accounts.mine(request.caller());
        Optional<Platform> wanted = Form.constant(
                Platform.class,
                Form.text(request, "platform")
                        .or(() -> request.query("platform"))
                        .orElse(""));
        Map<String, Object> model = new HashMap<>();
        model.put("administers", accounts.administers(request.caller()));
        mine.stream()
                .filter(one -> wanted.map(one.platform()::equals).orElse(true))
                .findFirst()
                .or(() -> mine.stream().findFirst())
                .ifPresent(shown -> {
                    model.put("one", shown);
                    model.put("platforms", tabs(mine, shown, request.caller().locale()));
                });
        return View.page("account", model);
    }

    private List<Map<String, Object>> tabs(List<PlatformAccount> mine, PlatformAccount shown, Locale locale) {
        return mine.stream()
                .map(one -> Map.<String, Object>of(
                        "href",
                        "/group/account?platform=" + one.platform(),
                        "label",
                        messages.text(locale, "group.platform." + one.platform()),
                        "current",
                        one == shown))
                .toList();
    }

    View give(UiRequest request) {
        accounts.give(
                request.caller(),
                platform(request),
                request.form("account"),
                request.form("installed").equals("true"),
                Form.version(request));
        return View.redirect("/group/account?platform=" + platform(request), "group.account-given");
    }

    View list(UiRequest request) {
        Locale locale = request.caller().locale();
        Map<String, Object> model = new HashMap<>();
        model.put("page", accounts.list(request.caller(), query(request), request.pageRequest()));
        model.put("platforms", platforms(locale));
        model.put(
                "standings",
                Form.filters(messages, locale, PlatformAccounts.Standing.class, "group.account-standing."));
        model.put("methods", Form.choices(messages, locale, PlatformAccount.Method.class, "group.account-method."));
        return View.page("accounts", model);
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "tai-khoan-ung-dung",
                List.of(
                        "core.person",
                        "group.column.platform",
                        "group.account.stage",
                        "group.account",
                        "group.account.given",
                        "group.account.verified",
                        "group.account.verified-by",
                        "group.account.method"),
                Page.every(request.pageRequest(), page -> accounts.list(request.caller(), query(request), page))
                        .map(one -> List.of(
                                one.name(),
                                messages.text(locale, "group.platform." + one.platform()),
                                messages.text(locale, "group.account-stage." + one.stage()),
                                one.account(),
                                one.givenAt().map(VietnamTime::moment).orElse(""),
                                one.verification()
                                        .map(seen -> VietnamTime.moment(seen.at()))
                                        .orElse(""),
                                one.verification()
                                        .map(PlatformAccount.Verification::by)
                                        .orElse(""),
                                one.verification()
                                        .map(seen -> messages.text(locale, "group.account-method." + seen.method()))
                                        .orElse(""))));
    }

    View verify(UiRequest request) {
        PlatformAccount verified = accounts.verify(
                request.caller(),
                request.form("personId"),
                platform(request),
                Form.constant(PlatformAccount.Method.class, request.form("method"))
                        .orElseThrow(() -> new Invalid("method", "core.required")),
                Form.version(request));
        return View.redirect("/group/accounts?standing=UNVERIFIED", "group.account-verified", verified.name());
    }

    private static Platform platform(UiRequest request) {
        return Form.constant(Platform.class, request.form("platform"))
                .orElseThrow(() -> new Invalid("platform", "core.required"));
    }

    private static PlatformAccounts.Query query(UiRequest request) {
        return new PlatformAccounts.Query(
                request.query("platform").flatMap(name -> Form.constant(Platform.class, name)),
                request.query("group"),
                request.query("standing").flatMap(name -> Form.constant(PlatformAccounts.Standing.class, name)),
                request.query("q"));
    }

    /** Nobody needs an account within the product: everybody has one. */
    private List<Map<String, String>> platforms(Locale locale) {
        return Form.filters(messages, locale, Platform.class, "group.platform.").stream()
                .filter(chip -> !chip.get("value").equals(Platform.IN_APP.name()))
                .toList();
    }
}
