package vn.quyche.signing.internal.service;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.spi.PermissionSource;

/** Who says which keys the server reaches. */
@Component
public final class KeyPermissions implements PermissionSource {

    /** Add and remove keys: devices that are plugged into the server, and key files. */
    public static final String CHANGE = "signing:change-keys";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.undelegable(CHANGE, Role.ADMIN));
    }
}
