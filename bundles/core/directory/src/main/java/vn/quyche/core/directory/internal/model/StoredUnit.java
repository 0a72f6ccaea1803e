package vn.quyche.core.directory.internal.model;

import java.util.Optional;
import vn.quyche.core.api.directory.Structure.UnitData;
import vn.quyche.core.api.directory.Unit;

/**
 * A unit as stored.
 *
 * @param id the id
 * @param data checked and normalised
 * @param span when it stands
 * @param version counts the changes of {@code data}
 */
public record StoredUnit(String id, UnitData data, Span span, long version) {

    /** As other bundles see it. */
    public Unit asUnit() {
        return new Unit(id, data.type(), data.name(), data.parentId(), data.campusId());
    }

    /** The campus, empty for the whole school. */
    public Optional<String> campusId() {
        return data.campusId();
    }
}
