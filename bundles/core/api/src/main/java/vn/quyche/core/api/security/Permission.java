package vn.quyche.core.api.security;

import java.util.Set;

/**
 * A step that a role may allow.
 *
 * @param name {@code <domain>:<verb>}, for example {@code group:issue}; its label is the message
 *     {@code permission.<domain>.<verb>} of the bundle
 * @param defaultRoles the built-in roles that hold it when the bundle is first seen
 * @param delegable whether the law lets its holder delegate it
 */
public record Permission(String name, Set<Role> defaultRoles, boolean delegable) {

    public Permission {
        defaultRoles = Set.copyOf(defaultRoles);
    }

    /** A permission that may be delegated. */
    public static Permission of(String name, Role... defaultRoles) {
        return new Permission(name, Set.of(defaultRoles), true);
    }

    /** A permission that stays with its holder. */
    public static Permission undelegable(String name, Role... defaultRoles) {
        return new Permission(name, Set.of(defaultRoles), false);
    }
}
