package vn.quyche.core.web.internal.ui.security;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Accounts.Account;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Roles;
import vn.quyche.core.api.security.Sessions;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.web.internal.link.DirectoryLink;

/** Accounts: find, make, close, give a new password; and the sessions of everybody. */
final class AccountPages {

    private static final String LIST = "/security/accounts";
    private static final int MAX_REASON = 500;

    private final Accounts accounts;
    private final Roles roles;
    private final Sessions sessions;
    private final Labels labels;
    private final DirectoryLink directory;
    private final Clock clock;

    AccountPages(
            Accounts accounts, Roles roles, Sessions sessions, Labels labels, DirectoryLink directory, Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.sessions = sessions;
        this.labels = labels;
        this.directory = directory;
        this.clock = clock;
    }

    /** An account on a list, with the words of its roles. */
    record Line(Account account, List<String> roles, boolean locked) {}

    /** A grant with its words. */
    record GrantLine(Roles.Grant grant, String role, String unit, boolean running) {}

    View list(UiRequest request) {
        Page<Line> page = accounts.list(request.caller(), filter(request), request.pageRequest())
                .map(account -> line(request.caller().locale(), account));
        return View.page(
                "security/accounts",
                Map.of(
                        "page",
                        page,
                        "roles",
                        roleChoices(request.caller()),
                        "role",
                        request.query("role").orElse("")));
    }

    private Line line(Locale locale, Account account) {
        Instant now = clock.instant();
        return new Line(
                account,
                labels.roles(locale, account.roles()),
                account.lockedUntil().filter(until -> until.isAfter(now)).isPresent());
    }

    private static Accounts.Filter filter(UiRequest request) {
        return new Accounts.Filter(
                request.query("q"), request.query("state").flatMap(AccountPages::state), request.query("role"));
    }

    private static Optional<Accounts.State> state(String name) {
        return List.of(Accounts.State.values()).stream()
                .filter(state -> state.name().equals(name))
                .findFirst();
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "tai-khoan",
                List.of("core.user-name", "core.name", "core.state", "security.roles", "security.last-sign-in"),
                Page.every(request.pageRequest(), page -> accounts.list(request.caller(), filter(request), page))
                        .map(account -> List.of(
                                account.userName(),
                                account.name(),
                                labels.state(locale, account.state()),
                                String.join("; ", labels.roles(locale, account.roles())),
                                account.lastSignIn().map(VietnamTime::moment).orElse(""))));
    }

    View detail(UiRequest request) {
        Caller caller = request.caller();
        Account account = accounts.get(caller, request.path("id"));
        Map<String, String> words = labels.roles(caller.locale(), roles.list(caller));
        List<GrantLine> grants = roles.grantsOf(caller, account.id()).stream()
                .map(grant -> new GrantLine(
                        grant,
                        words.getOrDefault(grant.role(), grant.role()),
                        grant.unitId().map(this::unitName).orElse(""),
                        grant.validTo()
                                .filter(day -> day.isBefore(VietnamTime.today(clock)))
                                .isEmpty()))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("line", line(caller.locale(), account));
        model.put("grants", grants);
        model.put("account", account);
        return View.page("security/account", model);
    }

    private String unitName(String unitId) {
        return directory
                .get()
                .flatMap(d -> d.unit(unitId))
                .map(unit -> unit.name())
                .orElse(unitId);
    }

    View compose(UiRequest request) {
        return View.page("security/account-new", Map.of("roles", roleChoices(request.caller())));
    }

    View create(UiRequest request) {
        String personId = request.form("personId");
        Checks checks = new Checks();
        String userName = checks.text("userName", request.form("userName"), 3, 64);
        String name = personId.isEmpty()
                ? checks.text("name", request.form("name"), 1, 100)
                : directory
                        .get()
                        .map(d -> d.names(List.of(personId)).getOrDefault(personId, ""))
                        .orElse(request.form("name"));
        checks.orThrow();
        Accounts.Created created = accounts.create(
                request.caller(),
                request.form("key"),
                new Accounts.NewAccount(
                        userName,
                        name,
                        Optional.of(personId).filter(id -> !id.isEmpty()),
                        Set.copyOf(request.formAll("roles"))));
        return password(created);
    }

    View edit(UiRequest request) {
        return View.page(
                "security/account-edit", Map.of("account", accounts.get(request.caller(), request.path("id"))));
    }

    View rename(UiRequest request) {
        Checks checks = new Checks();
        String userName = checks.text("userName", request.form("userName"), 3, 64);
        String name = checks.text("name", request.form("name"), 1, 100);
        checks.orThrow();
        accounts.rename(request.caller(), request.path("id"), Form.version(request), userName, name);
        return View.redirect(LIST + "/" + request.path("id"), "core.saved");
    }

    View reset(UiRequest request) {
        return password(accounts.resetPassword(request.caller(), request.path("id")));
    }

    /** Shown this once, thus an answer and no redirect: the password is written nowhere. */
    private static View password(Accounts.Created created) {
        Map<String, Object> model = new HashMap<>();
        model.put("account", created.account());
        model.put("password", created.initialPassword());
        return View.page("security/password-once", model);
    }

    View unlock(UiRequest request) {
        accounts.unlock(request.caller(), request.path("id"));
        return View.redirect(LIST + "/" + request.path("id"), "security.unlocked");
    }

    View closeForm(UiRequest request) {
        return reasonForm(request, "close");
    }

    View reopenForm(UiRequest request) {
        return reasonForm(request, "reopen");
    }

    private View reasonForm(UiRequest request, String act) {
        return View.page(
                "security/account-reason",
                Map.of("account", accounts.get(request.caller(), request.path("id")), "act", act));
    }

    View close(UiRequest request) {
        accounts.close(request.caller(), request.path("id"), reason(request));
        return View.redirect(LIST + "/" + request.path("id"), "security.closed");
    }

    View reopen(UiRequest request) {
        accounts.reopen(request.caller(), request.path("id"), reason(request));
        return View.redirect(LIST + "/" + request.path("id"), "security.reopened");
    }

    static String reason(UiRequest request) {
        Checks checks = new Checks();
        String reason = checks.text("reason", request.form("reason"), 1, MAX_REASON);
        checks.orThrow();
        return reason;
    }

    private Map<String, String> roleChoices(Caller caller) {
        return labels.roles(caller.locale(), roles.list(caller));
    }

    View sessions(UiRequest request) {
        Page<Sessions.Session> page = sessions.list(request.caller(), request.query("account"), request.pageRequest());
        return View.page("security/sessions", Map.of("page", page));
    }

    View exportSessions(UiRequest request) {
        return new View.Table(
                "phien-dang-nhap",
                List.of("core.person", "security.device", "security.address", "security.started", "security.last-used"),
                Page.every(
                                request.pageRequest(),
                                page -> sessions.list(request.caller(), request.query("account"), page))
                        .map(session -> List.of(
                                session.name(),
                                session.userAgent(),
                                session.address(),
                                VietnamTime.moment(session.startedAt()),
                                VietnamTime.moment(session.lastUsedAt()))));
    }

    View endSession(UiRequest request) {
        sessions.end(request.caller(), request.path("id"));
        return View.redirect("/security/sessions", "security.session-closed");
    }
}
