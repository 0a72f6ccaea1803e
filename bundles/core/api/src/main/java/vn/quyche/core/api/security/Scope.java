package vn.quyche.core.api.security;

import java.util.Optional;

/**
 * What a step touches, against the reach of a role.
 *
 * <p>A role held for the whole school covers everything; one held for a unit covers what belongs to the unit or to a unit
 * below it; one held for oneself covers what belongs to the person.
 *
 * @param unitId the unit to which the touched thing belongs
 * @param personId the person to whom it belongs
 */
public record Scope(Optional<String> unitId, Optional<String> personId) {

    /** Belongs to the school as a whole: only a role for the whole school covers it. */
    public static Scope school() {
        return new Scope(Optional.empty(), Optional.empty());
    }

    /** Belongs to a unit. */
    public static Scope unit(String unitId) {
        return new Scope(Optional.of(unitId), Optional.empty());
    }

    /** Belongs to a person. */
    public static Scope own(String personId) {
        return new Scope(Optional.empty(), Optional.of(personId));
    }

    /** Belongs to the caller: any role with the permission covers it. */
    public static Scope own(Caller caller) {
        return new Scope(Optional.empty(), caller.personId());
    }
}
