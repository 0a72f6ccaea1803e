package vn.quyche.core.api.directory;

import java.util.Optional;

/**
 * A unit of the school on one day; a class is a unit of type {@link UnitType#SCHOOL_CLASS}.
 *
 * @param id its id
 * @param type its kind
 * @param name its name, for example {@code Tổ Toán – Tin}
 * @param parentId the unit above, empty directly below the school
 * @param campusId the campus, empty for the whole school
 */
public record Unit(String id, UnitType type, String name, Optional<String> parentId, Optional<String> campusId) {}
