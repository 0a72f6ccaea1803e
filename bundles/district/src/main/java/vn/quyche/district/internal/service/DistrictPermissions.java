package vn.quyche.district.internal.service;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.spi.PermissionSource;

/** The permissions of the domain. */
@Component
public final class DistrictPermissions implements PermissionSource {

    /** See schools, collected groups, decisions and collections. */
    public static final String READ = "district:read";
    /** Register schools, with their addresses and tokens. */
    public static final String SCHOOLS = "district:schools";
    /** Start and cancel collections. */
    public static final String COLLECT = "district:collect";
    /** Decide on groups. */
    public static final String REVIEW = "district:review";
    /** Publish lists. */
    public static final String PUBLISH = "district:publish";
    /** Read the published lists and their changes. */
    public static final String LIST = "district:list";
    /** Send the list of one's own school. */
    public static final String PUSH = "district:push";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK, Role.INSPECTOR),
                Permission.of(SCHOOLS, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(COLLECT, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(REVIEW, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(PUBLISH, Role.PRINCIPAL, Role.VICE_PRINCIPAL),
                Permission.of(
                        LIST,
                        Role.PRINCIPAL,
                        Role.VICE_PRINCIPAL,
                        Role.RECORDS_CLERK,
                        Role.STAFF,
                        Role.INSPECTOR,
                        Role.SYSTEM_CLIENT),
                Permission.undelegable(PUSH, Role.SYSTEM_CLIENT));
    }
}
