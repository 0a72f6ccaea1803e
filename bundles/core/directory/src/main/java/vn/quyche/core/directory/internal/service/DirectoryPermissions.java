package vn.quyche.core.directory.internal.service;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.spi.PermissionSource;

/** What the directory asks permission for. */
@Component
public class DirectoryPermissions implements PermissionSource {

    /** Sees names, posts, units and official addresses. */
    public static final String READ = "directory:read";
    /** Sees date of birth, gender, phone and staff code besides. */
    public static final String READ_PERSONAL = "directory:read-personal";
    /** Sees and changes who belongs to the Party and the trade union. */
    public static final String READ_SENSITIVE = "directory:read-sensitive";
    /** Changes people, posts, units, campuses, authorities. */
    public static final String EDIT = "directory:edit";
    /** Takes over staff lists. */
    public static final String IMPORT = "directory:import";
    /** Opens and closes leavings. */
    public static final String LEAVING = "directory:leaving";
    /** Closes a leaving with open items. */
    public static final String LEAVING_WAIVE = "directory:leaving-waive";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(
                        READ,
                        Role.PRINCIPAL,
                        Role.VICE_PRINCIPAL,
                        Role.RECORDS_CLERK,
                        Role.UNIT_HEAD,
                        Role.STAFF,
                        Role.GUARD,
                        Role.INSPECTOR,
                        Role.ADMIN),
                Permission.of(READ_PERSONAL, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.undelegable(READ_SENSITIVE, Role.PRINCIPAL),
                Permission.of(EDIT, Role.PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(IMPORT, Role.PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(LEAVING, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.undelegable(LEAVING_WAIVE, Role.PRINCIPAL));
    }
}
