package vn.quyche.core.audit.internal.service;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.spi.PermissionSource;

/** The permissions of the audit log. */
@Component
public final class AuditPermissions implements PermissionSource {

    static final String READ = "audit:read";
    static final String VERIFY = "audit:verify";
    static final String EXPORT = "audit:export";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ, Role.ADMIN, Role.PRINCIPAL, Role.INSPECTOR),
                Permission.of(VERIFY, Role.ADMIN, Role.PRINCIPAL),
                Permission.undelegable(EXPORT, Role.ADMIN, Role.PRINCIPAL));
    }
}
