package vn.quyche.core.directory.internal.model;

import java.util.Optional;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Structure.UnitData;
import vn.quyche.core.api.directory.UnitType;

/** What tells units apart: kind, name without regard to case and diacritics, campus and school year. */
public record UnitDataKey(UnitType type, String foldedName, Optional<String> campusId, String schoolYear) {

    /** The key of a unit. */
    public static UnitDataKey of(UnitData data) {
        return new UnitDataKey(data.type(), VietnameseText.fold(data.name()), data.campusId(), data.schoolYear());
    }
}
