package vn.quyche.core.security.internal.rest;

import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.core.api.security.SystemRegister.Kind;
import vn.quyche.core.api.security.SystemRegister.NewEntry;

/** An entry of the register of the system; what is left out is empty. */
public record SystemEntryBody(
        Kind kind, String name, String provider, String keeperId, LocalDate since, LocalDate until, String note) {

    NewEntry toNew() {
        return new NewEntry(kind, name, provider, keeperId, since, Optional.ofNullable(until), note);
    }
}
