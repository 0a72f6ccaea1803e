package vn.quyche.core.web.internal.ui.security;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Roles;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;

/** Roles and what they allow. */
final class RolePages {

    private static final String LIST = "/security/roles";

    private final Roles roles;
    private final Accounts accounts;
    private final Labels labels;

    RolePages(Roles roles, Accounts accounts, Labels labels) {
        this.roles = roles;
        this.accounts = accounts;
        this.labels = labels;
    }

    /** Somebody who holds a role. */
    record Holder(Roles.Grant grant, String name) {}

    /** A role on a list. */
    record Line(Roles.RoleView role, String label) {}

    View list(UiRequest request) {
        Caller caller = request.caller();
        List<Line> lines = roles.list(caller).stream()
                .map(role -> new Line(role, labels.role(caller.locale(), role)))
                .toList();
        return View.page("security/roles", Map.of("roles", lines));
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        Locale locale = caller.locale();
        return new View.Table(
                "vai-tro",
                List.of("security.role", "security.code", "security.kind", "security.permissions"),
                roles.list(caller).stream()
                        .map(role -> List.of(
                                labels.role(locale, role),
                                role.code(),
                                labels.kind(locale, role),
                                labels.permissions(locale, role.permissions()))));
    }

    View compose(UiRequest request) {
        return View.page("security/role-new", Map.of());
    }

    View create(UiRequest request) {
        Checks checks = new Checks();
        String code = checks.text("code", request.form("code"), 3, 40);
        String label = checks.text("label", request.form("label"), 1, 100);
        checks.orThrow();
        roles.create(request.caller(), code, label);
        return View.redirect(LIST + "/" + code, "core.saved");
    }

    View detail(UiRequest request) {
        Caller caller = request.caller();
        Roles.RoleView role = roles.list(caller).stream()
                .filter(r -> r.code().equals(request.path("code")))
                .findFirst()
                .orElseThrow(() -> new NotFound("security.role-not-found", request.path("code")));
        Map<String, Object> model = new HashMap<>();
        model.put("role", role);
        model.put("label", labels.role(caller.locale(), role));
        model.put(
                "groups",
                labels.groups(
                        caller.locale(),
                        roles.permissions(caller).stream().map(Permission::name).toList()));
        model.put("held", List.copyOf(role.permissions()));
        model.put(
                "holders",
                roles.holders(caller, role.code(), PageRequest.first())
                        .map(grant -> new Holder(
                                grant, accounts.get(caller, grant.accountId()).name())));
        return View.page("security/role", model);
    }

    View setPermissions(UiRequest request) {
        roles.setPermissions(request.caller(), request.path("code"), Set.copyOf(request.formAll("permissions")));
        return View.redirect(LIST + "/" + request.path("code"), "core.saved");
    }

    View remove(UiRequest request) {
        roles.remove(request.caller(), request.path("code"));
        return View.redirect(LIST, "security.role-removed");
    }
}
