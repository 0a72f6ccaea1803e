package vn.quyche.core.document.internal.service;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.spi.PermissionSource;

/** The permissions of the document service. */
@Component
public final class DocumentPermissions implements PermissionSource {

    /** Bring files; what becomes of them is for the domains to say. */
    public static final String UPLOAD = "document:upload";
    /** Verify the stored contents. */
    public static final String OPERATE = "document:operate";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.undelegable(
                        UPLOAD,
                        Role.ADMIN,
                        Role.PRINCIPAL,
                        Role.VICE_PRINCIPAL,
                        Role.RECORDS_CLERK,
                        Role.UNIT_HEAD,
                        Role.STAFF,
                        Role.GUARD),
                Permission.undelegable(OPERATE, Role.ADMIN));
    }
}
