package vn.quyche.core.security.internal.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.security.Roles.Reach;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.security.spi.UnitTree;

/**
 * A role that an account holds.
 *
 * @param role the code of the role
 * @param reach how far it reaches
 * @param unitId the unit, when it reaches a unit
 * @param validFrom the first day
 * @param validTo the last day, or none
 */
public record Held(
        String role, Reach reach, Optional<String> unitId, LocalDate validFrom, Optional<LocalDate> validTo) {

    /** Everything on every unit. */
    public static final String WHOLE_SCHOOL = "*";

    boolean on(LocalDate day) {
        return !day.isBefore(validFrom) && validTo.filter(day::isAfter).isEmpty();
    }

    /** Whether the reach covers the scope for a person. */
    boolean covers(Scope scope, Optional<String> personId, UnitTree tree) {
        boolean own = personId.isPresent() && scope.personId().equals(personId);
        return own
                || switch (reach) {
                    case SCHOOL -> true;
                    case UNIT ->
                        scope.unitId().isPresent()
                                && units(tree).contains(scope.unitId().get());
                    case OWN -> false;
                };
    }

    /** The units that it reaches. */
    Set<String> units(UnitTree tree) {
        return switch (reach) {
            case SCHOOL -> Set.of(WHOLE_SCHOOL);
            case UNIT -> unitId.map(tree::withBelow).orElse(Set.of());
            case OWN -> Set.of();
        };
    }
}
