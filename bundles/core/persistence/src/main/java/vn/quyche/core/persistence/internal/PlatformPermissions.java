package vn.quyche.core.persistence.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.spi.PermissionSource;

/** What it takes to run the platform. */
@Component
public final class PlatformPermissions implements PermissionSource {

    /** Takes a copy of everything that the school has. */
    public static final String BACKUP = "platform:backup";

    /** Looks after the running platform: dead letters, jobs. */
    public static final String OPERATE = "platform:operate";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.undelegable(OPERATE, Role.ADMIN), Permission.undelegable(BACKUP, Role.ADMIN));
    }
}
