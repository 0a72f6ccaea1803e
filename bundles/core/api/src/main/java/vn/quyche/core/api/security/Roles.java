package vn.quyche.core.api.security;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;

/**
 * Roles, what they allow, and who holds them. Reading takes {@code security:read}, changing what roles allow
 * {@code security:roles}, granting {@code security:grant}.
 */
@ProviderType
public interface Roles {

    /** How far a granted role reaches. */
    enum Reach {
        /** Everything. */
        SCHOOL,
        /** What belongs to a unit or to a unit below it. */
        UNIT,
        /** What belongs to the person. */
        OWN
    }

    /**
     * A role.
     *
     * @param code a name of {@link Role} or, for a school's own role, its code
     * @param label the name shown; empty for built-in roles, whose label is the message {@code role.<code>}
     * @param builtIn whether it is one of {@link Role}
     * @param permissions what it allows now, names
     */
    record RoleView(String code, String label, boolean builtIn, Set<String> permissions) {

        public RoleView {
            permissions = Set.copyOf(permissions);
        }
    }

    /**
     * A role granted to an account.
     *
     * @param id its id
     * @param accountId who holds it
     * @param role the code of the role
     * @param reach how far it reaches
     * @param unitId the unit, when it reaches a unit
     * @param validFrom the first day
     * @param validTo the last day, empty when it has no end
     * @param reason why, for example the decision's number
     * @param grantedBy the name of who granted it
     * @param grantedAt when
     */
    record Grant(
            String id,
            String accountId,
            String role,
            Reach reach,
            Optional<String> unitId,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            String reason,
            String grantedBy,
            Instant grantedAt) {}

    /** A role to grant; the fields are those of {@link Grant}. */
    record NewGrant(
            String accountId,
            String role,
            Reach reach,
            Optional<String> unitId,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            String reason) {}

    /** All roles, built-in ones first. */
    List<RoleView> list(Caller caller);

    /** All permissions that the installed bundles declare, by name. */
    List<Permission> permissions(Caller caller);

    /** Makes a role of the school's own; the code is 3 to 40 capital letters, digits and underscores. */
    RoleView create(Caller caller, String code, String label);

    /**
     * Sets what a role allows.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code security.admin-lockout} when the role ADMIN would lose the
     *     permissions of this service
     */
    RoleView setPermissions(Caller caller, String code, Set<String> permissions);

    /** Removes a role of the school's own; its grants end. */
    void remove(Caller caller, String code);

    /** The grants of an account, newest first, those that ended included. */
    List<Grant> grantsOf(Caller caller, String accountId);

    /** The grants of a role today, by account. */
    Page<Grant> holders(Caller caller, String role, PageRequest page);

    /** Grants a role. */
    Grant grant(Caller caller, NewGrant grant);

    /**
     * Ends a grant today, from this moment.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code security.last-admin}
     */
    void revoke(Caller caller, String grantId, String reason);
}
