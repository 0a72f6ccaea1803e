package vn.quyche.messenger.internal.service;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.spi.PermissionSource;

/** The permissions of the domain. */
@Component
public final class MessengerPermissions implements PermissionSource {

    /** See connections, chats, deliveries and events. */
    public static final String READ = "messenger:read";
    /** Enter, change, test and switch off connections; send again what was given up. */
    public static final String MANAGE = "messenger:manage";
    /** Add and make chats, tie them to official groups. */
    public static final String BIND = "messenger:bind";
    /** See who is in a chat and what was posted, and say who somebody is. */
    public static final String MEMBERS = "messenger:members";
    /** Post into a chat. */
    public static final String POST = "messenger:post";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(
                        READ, Role.ADMIN, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK, Role.INSPECTOR),
                Permission.undelegable(MANAGE, Role.ADMIN, Role.PRINCIPAL),
                Permission.of(BIND, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(MEMBERS, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(POST, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK));
    }
}
