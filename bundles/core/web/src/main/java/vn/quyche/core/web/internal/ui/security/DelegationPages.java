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
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Delegations;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.web.internal.link.DirectoryLink;

/** Delegations: those given and received, and for who may see them, all. */
final class DelegationPages {

    private static final String LIST = "/security/delegations";
    private static final int MAX_REASON = 500;

    private final Delegations delegations;
    private final Labels labels;
    private final DirectoryLink directory;
    private final Clock clock;

    DelegationPages(Delegations delegations, Labels labels, DirectoryLink directory, Clock clock) {
        this.delegations = delegations;
        this.labels = labels;
        this.directory = directory;
        this.clock = clock;
    }

    View mine(UiRequest request) {
        return show(request, delegations.mine(request.caller(), request.pageRequest()), false);
    }

    View list(UiRequest request) {
        return show(request, delegations.list(request.caller(), request.query("person"), request.pageRequest()), true);
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "uy-quyen",
                List.of(
                        "security.giver",
                        "security.receiver",
                        "core.from",
                        "core.to",
                        "security.permissions",
                        "core.reason",
                        "core.state"),
                Page.every(
                                request.pageRequest(),
                                page -> delegations.list(request.caller(), request.query("person"), page))
                        .map(one -> List.of(
                                one.fromName(),
                                one.toName(),
                                VietnamTime.day(one.validFrom()),
                                VietnamTime.day(one.validTo()),
                                labels.permissions(locale, one.permissions()),
                                one.reason(),
                                labels.state(locale, one.state()))));
    }

    private View show(UiRequest request, Page<Delegations.Delegation> page, boolean all) {
        return View.page("security/delegations", Map.of("page", page, "all", all));
    }

    View compose(UiRequest request) {
        Caller caller = request.caller();
        LocalDate today = VietnamTime.today(clock);
        return View.page(
                "security/delegation-new",
                Map.of(
                        "groups", labels.groups(caller.locale(), delegations.delegable(caller)),
                        "units", GrantPages.units(directory, today),
                        "today", today,
                        "last", today.plusYears(1)));
    }

    View give(UiRequest request) {
        Checks checks = new Checks();
        checks.that(!request.form("toPersonId").isEmpty(), "toPersonId", "core.required");
        Set<String> permissions = new TreeSet<>(request.formAll("permissions"));
        checks.that(!permissions.isEmpty(), "permissions", "core.choose-one");
        Optional<LocalDate> from = GrantPages.day(checks, "validFrom", request.form("validFrom"), true);
        Optional<LocalDate> to = GrantPages.day(checks, "validTo", request.form("validTo"), true);
        String reason = checks.text("reason", request.form("reason"), 1, MAX_REASON);
        checks.orThrow();
        Delegations.Delegation given = delegations.give(
                request.caller(),
                request.form("key"),
                new Delegations.NewDelegation(
                        request.form("toPersonId"),
                        permissions,
                        Set.of(),
                        Optional.of(request.form("unitId")).filter(id -> !id.isEmpty()),
                        from.orElseThrow(),
                        to.orElseThrow(),
                        reason));
        return View.redirect(LIST + "/" + given.id(), "security.delegated", given.toName());
    }

    View detail(UiRequest request) {
        Delegations.Delegation delegation = delegations.get(request.caller(), request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("d", delegation);
        model.put("groups", labels.groups(request.caller().locale(), delegation.permissions()));
        model.put(
                "unit",
                delegation
                        .unitId()
                        .flatMap(id -> directory.get().flatMap(d -> d.unit(id)))
                        .map(unit -> unit.name()));
        return View.page("security/delegation", model);
    }

    View end(UiRequest request) {
        delegations.end(request.caller(), request.path("id"), AccountPages.reason(request));
        return View.redirect(LIST + "/" + request.path("id"), "security.delegation-closed");
    }
}
