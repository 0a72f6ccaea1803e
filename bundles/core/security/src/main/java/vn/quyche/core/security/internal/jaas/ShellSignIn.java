package vn.quyche.core.security.internal.jaas;

import java.security.Principal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Authenticator;
import vn.quyche.core.api.security.Authenticator.Origin;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.security.internal.service.SecurityPermissions;
import vn.quyche.core.security.shell.AccountPrincipal;

/** Signs accounts in to the shell and tells Karaf's roles for them. */
@Component(service = ShellSignIn.class)
public final class ShellSignIn {

    private static final Locale LOCALE = Locale.forLanguageTag("vi");
    private static final List<String> ADMINISTRATOR = List.of("admin", "manager", "viewer", "systembundles", "ssh");
    private static final List<String> VIEWER = List.of("viewer", "ssh");

    private final Authenticator authenticator;
    private final Access access;

    @Activate
    public ShellSignIn(@Reference Authenticator authenticator, @Reference Access access) {
        this.authenticator = authenticator;
        this.access = access;
    }

    /**
     * The principals of an account; none when it may not use the shell.
     *
     * @param address where the client calls from
     * @throws vn.quyche.core.api.error.Unauthenticated when the password is wrong or must be changed first
     */
    Set<Principal> signIn(String userName, String password, String address) {
        Origin origin = new Origin(Door.SHELL, address, "ssh", UUID.randomUUID().toString(), LOCALE);
        Caller caller = authenticator.password(origin, userName, password);
        Set<Principal> principals = new LinkedHashSet<>();
        List<String> roles = roles(caller);
        if (!roles.isEmpty()) {
            principals.add(new UserPrincipal(userName));
            principals.add(new AccountPrincipal(caller.accountId(), caller.personId(), caller.name()));
            roles.forEach(role -> principals.add(new RolePrincipal(role)));
        }
        return principals;
    }

    /** Whoever administers roles administers the container; others look. */
    private List<String> roles(Caller caller) {
        if (!access.allows(caller, SecurityPermissions.SHELL, Scope.school())) {
            return List.of();
        }
        return access.allows(caller, SecurityPermissions.ROLES, Scope.school()) ? ADMINISTRATOR : VIEWER;
    }
}
