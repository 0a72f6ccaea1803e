package vn.quyche.core.directory.internal.model;

import java.time.LocalDate;

/** A membership in a unit for a time. */
public record UnitMember(String id, String personId, String unitId, Span span) {

    /** The same membership with a last day. */
    public UnitMember endingOn(LocalDate lastDay) {
        return new UnitMember(id, personId, unitId, span.endingOn(lastDay));
    }
}
