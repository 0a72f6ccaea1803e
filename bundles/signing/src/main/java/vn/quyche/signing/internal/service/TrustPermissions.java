package vn.quyche.signing.internal.service;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.spi.PermissionSource;

/** Who sees and who changes what is believed. To verify a file takes no permission. */
@Component
public final class TrustPermissions implements PermissionSource {

    /** See the roots, authorities and lists. */
    public static final String READ = "signing:read-trust";
    /** Add and remove roots and authorities, load lists. */
    public static final String CHANGE = "signing:change-trust";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(
                        READ, Role.ADMIN, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK, Role.INSPECTOR),
                Permission.undelegable(CHANGE, Role.ADMIN));
    }
}
