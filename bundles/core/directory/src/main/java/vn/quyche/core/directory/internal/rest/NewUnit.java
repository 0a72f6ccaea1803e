package vn.quyche.core.directory.internal.rest;

import java.time.LocalDate;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.error.Invalid;

/**
 * A unit or class to make.
 *
 * @param unit kind, name and so on
 * @param validFrom its first day
 */
public record NewUnit(Structure.UnitData unit, LocalDate validFrom) {

    public NewUnit {
        if (unit == null) {
            throw new Invalid("unit", "core.required");
        }
    }
}
