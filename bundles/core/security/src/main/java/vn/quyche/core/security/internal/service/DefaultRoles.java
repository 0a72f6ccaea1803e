package vn.quyche.core.security.internal.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.Roles;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.security.internal.store.AccountStore;
import vn.quyche.core.security.internal.store.RoleStore;

/** Roles, what they allow, who holds them. */
@Component
public final class DefaultRoles implements Roles {

    private static final String ROLE = "security.role";
    private static final String GRANT = "security.grant";
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{2,39}");
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_REASON = 500;

    /** Without these nobody could repair what was misconfigured. */
    private static final Set<String> KEEPS_ADMIN = Set.of(
            SecurityPermissions.READ,
            SecurityPermissions.ROLES,
            SecurityPermissions.GRANT,
            SecurityPermissions.ACCOUNTS);

    private final Access access;
    private final Acts acts;
    private final RoleStore store;
    private final AccountStore accounts;
    private final RoleRules rules;
    private final Standings standings;
    private final PermissionCatalog catalog;
    private final SecurityCache cache;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultRoles(
            @Reference Access access,
            @Reference Acts acts,
            @Reference RoleStore store,
            @Reference AccountStore accounts,
            @Reference RoleRules rules,
            @Reference Standings standings,
            @Reference PermissionCatalog catalog,
            @Reference SecurityCache cache,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.access = access;
        this.acts = acts;
        this.store = store;
        this.accounts = accounts;
        this.rules = rules;
        this.standings = standings;
        this.catalog = catalog;
        this.cache = cache;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<RoleView> list(Caller caller) {
        access.require(caller, SecurityPermissions.READ, Scope.school());
        RoleBook book = standings.roleBook();
        List<RoleView> roles = new ArrayList<>();
        Arrays.stream(Role.values())
                .forEach(role -> roles.add(new RoleView(role.name(), "", true, book.permissionsOf(role.name()))));
        new TreeMap<>(store.ownRoles())
                .forEach((code, label) -> roles.add(new RoleView(code, label, false, book.permissionsOf(code))));
        return roles;
    }

    @Override
    public List<Permission> permissions(Caller caller) {
        access.require(caller, SecurityPermissions.READ, Scope.school());
        return List.copyOf(catalog.all().values());
    }

    @Override
    public RoleView create(Caller caller, String code, String label) {
        Act act = Act.on(
                ROLE, code == null ? "" : code, "security.create-role", SecurityPermissions.ROLES, Scope.school());
        return acts.perform(caller, act, log -> {
            Checks checks = new Checks();
            checks.that(code != null && CODE.matcher(code).matches(), "code", "security.role-code-form");
            String text = checks.text("label", label, 1, LONGEST_LABEL);
            checks.orThrow();
            if (rules.exists(code)) {
                throw new Conflict("security.role-exists", code);
            }
            store.addOwnRole(code, text);
            cache.changed();
            log.changed(null, Map.of("code", code, "label", text));
            return new RoleView(code, text, false, Set.of());
        });
    }

    @Override
    public RoleView setPermissions(Caller caller, String code, Set<String> permissions) {
        Act act = Act.on(ROLE, code, "security.set-permissions", SecurityPermissions.ROLES, Scope.school());
        return acts.perform(caller, act, log -> {
            requireRole(code);
            permissions.forEach(name -> {
                if (catalog.find(name).isEmpty()) {
                    throw new Invalid("permissions", "security.permission-not-found", name);
                }
            });
            if (code.equals(Role.ADMIN.name()) && !permissions.containsAll(KEEPS_ADMIN)) {
                throw new Conflict("security.admin-lockout");
            }
            Set<String> before = standings.roleBook().permissionsOf(code);
            store.override(code, deviations(code, permissions));
            cache.changed();
            log.changed(
                    Map.of("permissions", new TreeSet<>(before)), Map.of("permissions", new TreeSet<>(permissions)));
            return new RoleView(code, store.ownRoles().getOrDefault(code, ""), RoleRules.isBuiltIn(code), permissions);
        });
    }

    /** Only what differs from the declaration is stored, so that new permissions of an upgrade come with their defaults. */
    private Map<String, Optional<Boolean>> deviations(String code, Set<String> wanted) {
        Map<String, Optional<Boolean>> changes = new HashMap<>();
        catalog.all().forEach((name, permission) -> {
            boolean declared = permission.defaultRoles().stream()
                    .anyMatch(role -> role.name().equals(code));
            boolean want = wanted.contains(name);
            changes.put(name, want == declared ? Optional.empty() : Optional.of(want));
        });
        return changes;
    }

    @Override
    public void remove(Caller caller, String code) {
        Act act = Act.on(ROLE, code, "security.remove-role", SecurityPermissions.ROLES, Scope.school());
        acts.perform(caller, act, log -> {
            requireRole(code);
            if (RoleRules.isBuiltIn(code)) {
                throw new Conflict("security.role-built-in", code);
            }
            log.changed(Map.of("code", code, "label", store.ownRoles().get(code)), null);
            store.removeOwnRole(code, clock.instant());
            cache.changed();
            return null;
        });
    }

    @Override
    public List<Grant> grantsOf(Caller caller, String accountId) {
        if (!caller.accountId().equals(accountId)) {
            access.require(caller, SecurityPermissions.READ, Scope.school());
        }
        requireAccount(accountId);
        return store.grantsOf(accountId);
    }

    @Override
    public Page<Grant> holders(Caller caller, String role, PageRequest page) {
        access.require(caller, SecurityPermissions.READ, Scope.school());
        requireRole(role);
        return store.holders(role, standings.today(), page);
    }

    @Override
    public Grant grant(Caller caller, NewGrant grant) {
        Act act = Act.create(GRANT, "security.grant-role", SecurityPermissions.GRANT, Scope.school());
        return acts.perform(caller, act, log -> {
            Grant made = checked(caller, grant);
            store.add(made);
            cache.changed();
            log.subject(made.accountId());
            log.changed(null, made);
            log.note(made.reason());
            return made;
        });
    }

    private Grant checked(Caller caller, NewGrant grant) {
        requireAccount(grant.accountId());
        if (grant.role().isBlank()) {
            throw new Invalid("role", "core.required");
        }
        requireRole(grant.role());
        protectAdminRole(caller, grant.role());
        Checks checks = new Checks();
        checks.that(grant.reach() != null, "reach", "core.required");
        checks.that(grant.validFrom() != null, "validFrom", "core.required");
        checks.that(
                grant.reach() != Reach.UNIT
                        || grant.unitId().filter(unit -> !unit.isBlank()).isPresent(),
                "unitId",
                "core.required");
        checks.that(
                grant.validFrom() == null
                        || grant.validTo().filter(grant.validFrom()::isAfter).isEmpty(),
                "validTo",
                "security.days-backwards");
        grant.unitId().ifPresent(unit -> checks.text("unitId", unit, 0, 64));
        String reason = checks.text("reason", grant.reason(), 0, LONGEST_REASON);
        checks.orThrow();
        return new Grant(
                ids.next(),
                grant.accountId(),
                grant.role(),
                grant.reach(),
                grant.reach() == Reach.UNIT ? grant.unitId() : Optional.empty(),
                grant.validFrom(),
                grant.validTo(),
                reason,
                caller.name(),
                clock.instant());
    }

    @Override
    public void revoke(Caller caller, String grantId, String reason) {
        Grant found = store.findGrant(grantId).orElseThrow(() -> new NotFound("security.grant-not-found", grantId));
        Act act = Act.on(GRANT, found.accountId(), "security.revoke-role", SecurityPermissions.GRANT, Scope.school());
        acts.perform(caller, act, log -> {
            Grant grant = store.findGrant(grantId).orElseThrow(() -> new NotFound("security.grant-not-found", grantId));
            protectAdminRole(caller, grant.role());
            rules.keepAnAdmin("", grantId);
            Checks checks = new Checks();
            String text = checks.text("reason", reason, 0, LONGEST_REASON);
            checks.orThrow();
            store.revoke(grantId, clock.instant());
            cache.changed();
            log.changed(grant, null);
            log.note(text);
            return null;
        });
    }

    /** Only who administers roles makes or unmakes those who do, by whatever role. */
    private void protectAdminRole(Caller caller, String role) {
        if (rules.isPowerful(role)) {
            access.require(caller, SecurityPermissions.ROLES, Scope.school());
        }
    }

    private void requireRole(String code) {
        if (!rules.exists(code)) {
            throw new NotFound("security.role-not-found", code);
        }
    }

    private void requireAccount(String accountId) {
        if (accounts.find(accountId).isEmpty()) {
            throw new NotFound("security.account-not-found", accountId);
        }
    }
}
