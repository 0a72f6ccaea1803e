package vn.quyche.core.api.security;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** Decides whether a caller may take a step. */
@ProviderType
public interface Access {

    /** Whether some role (or delegation) that the caller holds today allows the permission on the scope. */
    boolean allows(Caller caller, String permission, Scope scope);

    /** Whether the caller holds the permission with any reach at all; menus and pages use it. */
    boolean allowsSomewhere(Caller caller, String permission);

    /** The units for which the caller holds the permission; contains {@code *} when held for the whole school. */
    Set<String> unitsFor(Caller caller, String permission);

    /** @throws vn.quyche.core.api.error.Forbidden when not allowed, with code {@code core.forbidden} */
    void require(Caller caller, String permission, Scope scope);
}
