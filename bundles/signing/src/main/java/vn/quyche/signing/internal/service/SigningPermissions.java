package vn.quyche.signing.internal.service;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.spi.PermissionSource;

/** What this domain lets a role do. */
@Component
public final class SigningPermissions implements PermissionSource {

    /** Whether a caller may see what this domain keeps. */
    public static final String READ = "signing:read";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of(READ, Role.PRINCIPAL, Role.VICE_PRINCIPAL));
    }
}
