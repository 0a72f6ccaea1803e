package vn.quyche.core.security.internal.rest;

import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.core.api.security.Roles.NewGrant;
import vn.quyche.core.api.security.Roles.Reach;

/** A role to grant to the account of the path. */
public record GrantBody(
        String role, Reach reach, String unitId, LocalDate validFrom, LocalDate validTo, String reason) {

    NewGrant toNew(String accountId) {
        return new NewGrant(
                accountId,
                role == null ? "" : role,
                reach,
                Optional.ofNullable(unitId),
                validFrom,
                Optional.ofNullable(validTo),
                reason);
    }
}
