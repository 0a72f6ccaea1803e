package vn.quyche.signing.internal.service;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.spi.PermissionSource;

/** What roles may do with signing tokens. */
@Component
public final class TokenPermissions implements PermissionSource {

    /** The whole register: tokens, hand-overs, cases, uses. */
    public static final String TOKENS = "signing:tokens";

    /** Register, hand over, take back, follow up losses. */
    public static final String KEEP = "signing:keep-tokens";

    /** Say what a token may sign, and let a barred one sign again: the head's. */
    public static final String GRANT = "signing:grant-scope";

    /** Have a token: sign, confirm, report, ask for support. */
    public static final String HOLD = "signing:hold";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(TOKENS, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK, Role.INSPECTOR),
                Permission.of(KEEP, Role.PRINCIPAL, Role.RECORDS_CLERK),
                Permission.undelegable(GRANT, Role.PRINCIPAL),
                Permission.undelegable(
                        HOLD,
                        Role.PRINCIPAL,
                        Role.VICE_PRINCIPAL,
                        Role.RECORDS_CLERK,
                        Role.UNIT_HEAD,
                        Role.STAFF,
                        Role.GUARD));
    }
}
