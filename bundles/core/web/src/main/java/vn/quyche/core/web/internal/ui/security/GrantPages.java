package vn.quyche.core.web.internal.ui.security;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Roles;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.web.internal.link.DirectoryLink;

/** Granting roles to an account, and ending that. */
final class GrantPages {

    private static final int MAX_REASON = 500;

    private final Accounts accounts;
    private final Roles roles;
    private final Labels labels;
    private final DirectoryLink directory;
    private final Clock clock;

    GrantPages(Accounts accounts, Roles roles, Labels labels, DirectoryLink directory, Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.labels = labels;
        this.directory = directory;
        this.clock = clock;
    }

    View compose(UiRequest request) {
        Caller caller = request.caller();
        LocalDate today = VietnamTime.today(clock);
        Map<String, Object> model = new HashMap<>();
        model.put("account", accounts.get(caller, request.path("id")));
        model.put("roles", labels.roles(caller.locale(), roles.list(caller)));
        model.put("reaches", List.of(Roles.Reach.values()));
        model.put("units", units(directory, today));
        model.put("today", today);
        return View.page("security/grant", model);
    }

    static Map<String, String> units(DirectoryLink directory, LocalDate day) {
        Map<String, String> names = new LinkedHashMap<>();
        directory.get().ifPresent(d -> d.units(day).forEach(unit -> names.put(unit.id(), unit.name())));
        return names;
    }

    View grant(UiRequest request) {
        Checks checks = new Checks();
        Optional<Roles.Reach> reach = List.of(Roles.Reach.values()).stream()
                .filter(r -> r.name().equals(request.form("reach")))
                .findFirst();
        checks.that(reach.isPresent(), "reach", "core.required");
        checks.that(!request.form("role").isEmpty(), "role", "core.required");
        Optional<String> unit = Optional.of(request.form("unitId")).filter(id -> !id.isEmpty());
        checks.that(!reach.equals(Optional.of(Roles.Reach.UNIT)) || unit.isPresent(), "unitId", "core.required");
        Optional<LocalDate> from = day(checks, "validFrom", request.form("validFrom"), true);
        Optional<LocalDate> to = day(checks, "validTo", request.form("validTo"), false);
        String reason = checks.text("reason", request.form("reason"), 1, MAX_REASON);
        checks.orThrow();
        roles.grant(
                request.caller(),
                new Roles.NewGrant(
                        request.path("id"),
                        request.form("role"),
                        reach.orElseThrow(),
                        reach.get() == Roles.Reach.UNIT ? unit : Optional.empty(),
                        from.orElseThrow(),
                        to,
                        reason));
        return View.redirect("/security/accounts/" + request.path("id"), "security.granted");
    }

    /** A day of a form. */
    static Optional<LocalDate> day(Checks checks, String field, String text, boolean required) {
        checks.that(!required || !text.isBlank(), field, "core.required");
        return Form.day(checks, field, text);
    }

    View revokeForm(UiRequest request) {
        return View.page(
                "security/grant-revoke", Map.of("account", accounts.get(request.caller(), request.path("id"))));
    }

    View revoke(UiRequest request) {
        roles.revoke(request.caller(), request.path("grant"), AccountPages.reason(request));
        return View.redirect("/security/accounts/" + request.path("id"), "security.revoked");
    }
}
