package vn.quyche.testkit;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;

/**
 * Access as the test grants it. The platform itself may do everything, as in reality; units have no units below them.
 *
 * <pre>{@code
 * TestAccess access = TestAccess.nothing().grant(clerk, "group:issue").grantUnit(head, "group:close", "unit-1");
 * }</pre>
 */
public final class TestAccess implements Access {

    private static final String EVERYWHERE = "*";
    private static final String OWN = "own";

    private record Grant(String accountId, String permission, String reach) {}

    private final CopyOnWriteArrayList<Grant> grants = new CopyOnWriteArrayList<>();
    private final boolean everything;

    private TestAccess(boolean everything) {
        this.everything = everything;
    }

    /** Everybody may do everything. */
    public static TestAccess everything() {
        return new TestAccess(true);
    }

    /** Nobody may do anything but what is granted. */
    public static TestAccess nothing() {
        return new TestAccess(false);
    }

    /** Grants permissions for the whole school. */
    public TestAccess grant(Caller caller, String... permissions) {
        for (String permission : permissions) {
            grants.add(new Grant(caller.accountId(), permission, EVERYWHERE));
        }
        return this;
    }

    /** Grants a permission for a unit. */
    public TestAccess grantUnit(Caller caller, String permission, String unitId) {
        grants.add(new Grant(caller.accountId(), permission, "unit:" + unitId));
        return this;
    }

    /** Grants a permission for what belongs to the caller. */
    public TestAccess grantOwn(Caller caller, String permission) {
        grants.add(new Grant(caller.accountId(), permission, OWN));
        return this;
    }

    /** Takes a permission away, whatever its reach. */
    public TestAccess revoke(Caller caller, String permission) {
        grants.removeIf(grant -> isFor(grant, caller, permission));
        return this;
    }

    @Override
    public boolean allows(Caller caller, String permission, Scope scope) {
        return everything
                || caller.isSystem()
                || grants.stream()
                        .filter(grant -> isFor(grant, caller, permission))
                        .anyMatch(grant -> covers(grant, caller, scope));
    }

    @Override
    public boolean allowsSomewhere(Caller caller, String permission) {
        return everything || caller.isSystem() || grants.stream().anyMatch(grant -> isFor(grant, caller, permission));
    }

    @Override
    public Set<String> unitsFor(Caller caller, String permission) {
        if (everything || caller.isSystem()) {
            return Set.of(EVERYWHERE);
        }
        Set<String> units = new TreeSet<>();
        for (Grant grant : grants) {
            if (isFor(grant, caller, permission)) {
                if (grant.reach().equals(EVERYWHERE)) {
                    units.add(EVERYWHERE);
                } else if (grant.reach().startsWith("unit:")) {
                    units.add(grant.reach().substring("unit:".length()));
                }
            }
        }
        return units;
    }

    @Override
    public void require(Caller caller, String permission, Scope scope) {
        if (!allows(caller, permission, scope)) {
            throw new Forbidden("core.forbidden", permission);
        }
    }

    private static boolean isFor(Grant grant, Caller caller, String permission) {
        return grant.accountId().equals(caller.accountId())
                && grant.permission().equals(permission);
    }

    /** What belongs to the caller is covered by any grant, as in reality. */
    private static boolean covers(Grant grant, Caller caller, Scope scope) {
        boolean own = caller.personId().isPresent() && caller.personId().equals(scope.personId());
        boolean unit = scope.unitId()
                .map(unitId -> grant.reach().equals("unit:" + unitId))
                .orElse(false);
        return own || unit || grant.reach().equals(EVERYWHERE);
    }
}
