package vn.quyche.core.security.internal.rest;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.security.Delegations.NewDelegation;

/** A delegation to give. */
public record DelegationBody(
        String toPersonId,
        Set<String> permissions,
        Set<String> roles,
        String unitId,
        LocalDate validFrom,
        LocalDate validTo,
        String reason) {

    NewDelegation toNew() {
        return new NewDelegation(
                toPersonId,
                permissions == null ? Set.of() : permissions,
                roles == null ? Set.of() : roles,
                Optional.ofNullable(unitId),
                validFrom,
                validTo,
                reason);
    }
}
