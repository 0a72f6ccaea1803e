package vn.quyche.group.internal.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;

/** A unit or campus as it is typed: its id, or its name without regard to case and diacritics. */
final class UnitArgument {

    private UnitArgument() {}

    /** @throws Invalid {@code group.no-unit} for what names none, or more than one */
    static String find(Structure structure, Caller caller, String typed) {
        Map<String, String> names = new LinkedHashMap<>();
        structure
                .units(caller, Optional.empty(), false)
                .forEach(unit -> names.put(unit.id(), unit.data().name()));
        for (Campus campus : structure.campuses(caller, false)) {
            names.put(campus.id(), campus.name());
        }
        if (names.containsKey(typed)) {
            return typed;
        }
        String wanted = VietnameseText.fold(typed);
        var found = names.entrySet().stream()
                .filter(unit -> VietnameseText.fold(unit.getValue()).equals(wanted))
                .map(Map.Entry::getKey)
                .toList();
        if (found.size() != 1) {
            throw new Invalid("units", "group.no-unit", typed);
        }
        return found.get(0);
    }
}
