package vn.quyche.core.security.internal.service;

import java.time.LocalDate;
import java.util.Arrays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.Roles.Reach;
import vn.quyche.core.security.internal.store.RoleStore;

/** What must hold of roles whoever changes them: somebody administers the platform. */
@Component(service = RoleRules.class)
public final class RoleRules {

    private final RoleStore store;
    private final Standings standings;

    @Activate
    public RoleRules(@Reference RoleStore store, @Reference Standings standings) {
        this.store = store;
        this.standings = standings;
    }

    /** Whether there is such a role. */
    boolean exists(String code) {
        return isBuiltIn(code) || store.ownRoles().containsKey(code);
    }

    static boolean isBuiltIn(String code) {
        return Arrays.stream(Role.values()).anyMatch(role -> role.name().equals(code));
    }

    /** Whether the account administers the platform today. */
    private boolean isAdmin(String accountId) {
        LocalDate today = today();
        return store.grantsOf(accountId).stream()
                .anyMatch(grant -> grant.role().equals(Role.ADMIN.name())
                        && grant.reach() == Reach.SCHOOL
                        && !today.isBefore(grant.validFrom())
                        && grant.validTo().filter(today::isAfter).isEmpty());
    }

    /** Whether whoever holds the role may change what roles allow, and so everything. */
    boolean isPowerful(String role) {
        return role.equals(Role.ADMIN.name()) || standings.roleBook().allows(role, SecurityPermissions.ROLES);
    }

    /** Whether such a role was granted to the account, for today or another day. */
    boolean isPowerfulAccount(String accountId) {
        return store.grantsOf(accountId).stream().anyMatch(grant -> isPowerful(grant.role()));
    }

    /** @throws Conflict when nobody would administer the platform without the account or without the grant */
    void keepAnAdmin(String withoutAccount, String withoutGrant) {
        boolean concerned = withoutGrant.isEmpty()
                ? isAdmin(withoutAccount)
                : store.findGrant(withoutGrant)
                        .filter(grant -> grant.role().equals(Role.ADMIN.name()))
                        .isPresent();
        if (concerned && store.othersWith(Role.ADMIN.name(), today(), withoutAccount, withoutGrant) == 0) {
            throw new Conflict("security.last-admin");
        }
    }

    LocalDate today() {
        return standings.today();
    }
}
