package vn.quyche.core.security.internal.service;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.security.spi.UnitTree;
import vn.quyche.core.security.internal.link.UnitLink;
import vn.quyche.core.security.internal.model.Held;

/** Decides from memory. */
@Component
public final class DefaultAccess implements Access {

    private final Standings standings;
    private final UnitTree tree;

    @Activate
    public DefaultAccess(@Reference Standings standings, @Reference UnitLink tree) {
        this(standings, (UnitTree) tree);
    }

    DefaultAccess(Standings standings, UnitTree tree) {
        this.standings = standings;
        this.tree = tree;
    }

    @Override
    public boolean allows(Caller caller, String permission, Scope scope) {
        if (caller.isSystem()) {
            return true;
        }
        RoleBook roles = standings.roleBook();
        return tokenAllows(caller, permission)
                && standings
                        .of(caller.accountId())
                        .filter(standing -> standing.allows(permission, scope, standings.today(), roles::allows, tree))
                        .isPresent();
    }

    @Override
    public boolean allowsSomewhere(Caller caller, String permission) {
        if (caller.isSystem()) {
            return true;
        }
        RoleBook roles = standings.roleBook();
        return tokenAllows(caller, permission)
                && standings
                        .of(caller.accountId())
                        .filter(standing -> standing.allowsSomewhere(permission, standings.today(), roles::allows))
                        .isPresent();
    }

    @Override
    public Set<String> unitsFor(Caller caller, String permission) {
        if (caller.isSystem()) {
            return Set.of(Held.WHOLE_SCHOOL);
        }
        if (!tokenAllows(caller, permission)) {
            return Set.of();
        }
        RoleBook roles = standings.roleBook();
        return standings
                .of(caller.accountId())
                .map(standing -> standing.unitsFor(permission, standings.today(), roles::allows, tree))
                .orElse(Set.of());
    }

    @Override
    public void require(Caller caller, String permission, Scope scope) {
        if (!allows(caller, permission, scope)) {
            throw new Forbidden("core.forbidden", permission);
        }
    }

    private boolean tokenAllows(Caller caller, String permission) {
        return caller.credential().isEmpty()
                || standings
                        .token(caller.credential().get())
                        .filter(token -> token.worksOn(standings.today())
                                && token.permissions().contains(permission))
                        .isPresent();
    }
}
