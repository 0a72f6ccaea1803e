package vn.quyche.core.security.internal.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.security.Roles.Reach;

/**
 * A delegation that an account received. It reaches as far as the giver's own roles do, but not to what is the giver's own.
 *
 * @param permissions what was delegated
 * @param unitId the unit to which it is restricted
 * @param validFrom the first day
 * @param validTo the last day
 * @param giverHolds the roles of the giver
 */
public record Received(
        Set<String> permissions,
        Optional<String> unitId,
        LocalDate validFrom,
        LocalDate validTo,
        List<Held> giverHolds) {

    public Received {
        permissions = Set.copyOf(permissions);
        giverHolds =
                giverHolds.stream().filter(held -> held.reach() != Reach.OWN).toList();
    }

    boolean on(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }
}
