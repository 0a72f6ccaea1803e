package vn.quyche.core.security.internal.rest;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Delegations;
import vn.quyche.core.api.security.Roles;
import vn.quyche.core.api.security.Sessions;
import vn.quyche.core.api.security.SystemRegister;
import vn.quyche.core.api.security.Tokens;
import vn.quyche.core.api.web.RestDoor;

/** Opens the REST door of security. */
@Component
public final class SecurityRestDoor implements RestDoor {

    private final List<Object> resources;

    @Activate
    public SecurityRestDoor(
            @Reference Accounts accounts,
            @Reference Roles roles,
            @Reference Sessions sessions,
            @Reference Tokens tokens,
            @Reference Delegations delegations,
            @Reference SystemRegister system) {
        resources = List.of(
                new MeResource(accounts, sessions, tokens, delegations),
                new AccountResource(accounts, roles),
                new RoleResource(roles),
                new SessionResource(sessions),
                new TokenResource(tokens),
                new DelegationResource(delegations),
                new SystemResource(system));
    }

    @Override
    public String domain() {
        return "security";
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
