package vn.quyche.core.security.internal.service;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.spi.PermissionSource;

/** The permissions of security itself. Who administers accounts must not hand that on by delegation. */
@Component
public final class SecurityPermissions implements PermissionSource {

    /** Accounts, roles and grants, to read. */
    public static final String READ = "security:read";

    static final String ACCOUNTS = "security:accounts";
    /** What roles allow: whoever may change that administers the platform. */
    public static final String ROLES = "security:roles";

    static final String GRANT = "security:grant";
    static final String SESSIONS = "security:sessions";
    static final String TOKENS = "security:tokens";
    static final String TOKENS_OWN = "security:tokens-own";
    static final String DELEGATE = "security:delegate";
    static final String DELEGATIONS = "security:delegations";
    static final String SYSTEM = "security:system";

    /** To look into the platform from the shell. */
    public static final String SHELL = "platform:shell";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.undelegable(READ, Role.ADMIN, Role.PRINCIPAL, Role.INSPECTOR),
                Permission.undelegable(ACCOUNTS, Role.ADMIN),
                Permission.undelegable(ROLES, Role.ADMIN),
                Permission.undelegable(GRANT, Role.ADMIN, Role.PRINCIPAL),
                Permission.undelegable(SESSIONS, Role.ADMIN),
                Permission.undelegable(TOKENS, Role.ADMIN),
                Permission.undelegable(TOKENS_OWN, Role.ADMIN, Role.PRINCIPAL, Role.SYSTEM_CLIENT),
                Permission.undelegable(DELEGATE, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.UNIT_HEAD),
                Permission.undelegable(DELEGATIONS, Role.ADMIN, Role.PRINCIPAL, Role.INSPECTOR),
                Permission.undelegable(SYSTEM, Role.ADMIN),
                Permission.undelegable(SHELL, Role.ADMIN));
    }
}
