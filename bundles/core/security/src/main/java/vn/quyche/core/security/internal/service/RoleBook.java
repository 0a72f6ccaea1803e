package vn.quyche.core.security.internal.service;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;

/**
 * What each role allows now: what the bundles declare, with the deviations of the administrator.
 *
 * @param declared the declared permissions that it was made from
 */
record RoleBook(Map<String, Permission> declared, Map<String, Set<String>> byRole) {

    static RoleBook of(Map<String, Permission> declared, Map<String, Map<String, Boolean>> overrides) {
        Map<String, Set<String>> byRole = new HashMap<>();
        EnumSet.allOf(Role.class).forEach(role -> byRole.put(role.name(), new HashSet<>()));
        declared.values()
                .forEach(permission -> permission
                        .defaultRoles()
                        .forEach(role -> byRole.get(role.name()).add(permission.name())));
        overrides.forEach((role, changes) -> changes.forEach((permission, granted) -> {
            Set<String> allowed = byRole.computeIfAbsent(role, code -> new HashSet<>());
            if (!granted) {
                allowed.remove(permission);
            } else if (declared.containsKey(permission)) {
                allowed.add(permission);
            }
        }));
        return new RoleBook(declared, byRole);
    }

    boolean allows(String role, String permission) {
        return permissionsOf(role).contains(permission);
    }

    Set<String> permissionsOf(String role) {
        return byRole.getOrDefault(role, Set.of());
    }
}
