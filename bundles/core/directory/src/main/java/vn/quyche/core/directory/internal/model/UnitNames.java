package vn.quyche.core.directory.internal.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.UnitType;

/** Finds units and campuses of a day by the names that lists use for them. */
public final class UnitNames {

    /** What a reference is found by. */
    private record Key(UnitType type, String schoolYear, String key) {}

    private final Map<Key, String> units = new HashMap<>();
    private final Map<String, String> campuses = new HashMap<>();

    public UnitNames(Snapshot snapshot, LocalDate day) {
        for (StoredUnit unit : snapshot.unitsOn(day)) {
            UnitRef ref = UnitRef.of(
                    unit.data().type(), unit.data().name(), unit.data().schoolYear());
            units.putIfAbsent(key(ref), unit.id());
        }
        for (Campus campus : snapshot.campuses()) {
            if (new Span(campus.validFrom(), campus.validTo()).covers(day)) {
                campuses.putIfAbsent(VietnameseText.fold(campus.name()), campus.id());
            }
        }
    }

    /** The id of a unit, empty when there is none. */
    public Optional<String> unit(UnitRef ref) {
        return Optional.ofNullable(units.get(key(ref)));
    }

    /** The id of a campus, empty when there is none. */
    public Optional<String> campus(String name) {
        return Optional.ofNullable(campuses.get(VietnameseText.fold(name)));
    }

    /** Remembers a unit that was made. */
    public void made(UnitRef ref, String unitId) {
        units.put(key(ref), unitId);
    }

    /** Remembers a campus that was made. */
    public void campusMade(String name, String campusId) {
        campuses.put(VietnameseText.fold(name), campusId);
    }

    /** There is one Party cell and one trade union, whatever their names. */
    private static Key key(UnitRef ref) {
        return new Key(ref.type(), ref.schoolYear(), ref.type().sensitive() ? "" : ref.key());
    }
}
