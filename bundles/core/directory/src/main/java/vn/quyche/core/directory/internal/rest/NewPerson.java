package vn.quyche.core.directory.internal.rest;

import java.time.LocalDate;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.error.Invalid;

/**
 * A person to enter.
 *
 * @param person name, date of birth and so on
 * @param firstDay the first day at the school
 */
public record NewPerson(People.Data person, LocalDate firstDay) {

    public NewPerson {
        if (person == null) {
            throw new Invalid("person", "core.required");
        }
    }
}
