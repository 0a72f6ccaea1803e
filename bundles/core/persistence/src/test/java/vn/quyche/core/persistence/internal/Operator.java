package vn.quyche.core.persistence.internal;

import java.util.Set;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;

/** Whoever asks runs the platform, and may do nothing else, until it is taken from them. */
public final class Operator implements Access, Acts {

    private final Tx tx;
    private boolean allowed = true;

    public Operator(Tx tx) {
        this.tx = tx;
    }

    /** Takes the permission away. */
    public void dismiss() {
        allowed = false;
    }

    @Override
    public boolean allows(Caller caller, String permission, Scope scope) {
        return allowed && permission.equals("platform:operate") && scope.equals(Scope.school());
    }

    @Override
    public boolean allowsSomewhere(Caller caller, String permission) {
        return allows(caller, permission, Scope.school());
    }

    @Override
    public Set<String> unitsFor(Caller caller, String permission) {
        return Set.of();
    }

    @Override
    public void require(Caller caller, String permission, Scope scope) {
        if (!allows(caller, permission, scope)) {
            throw new Forbidden("core.forbidden");
        }
    }

    @Override
    public <T> T perform(Caller caller, Act act, Work<T> work) {
        require(caller, act.permission(), act.scope());
        return tx.call(() -> work.run(null));
    }

    @Override
    public String performOnce(Caller caller, String key, Act act, Work<String> work) {
        return perform(caller, act, work);
    }
}
