package vn.quyche.core.directory.internal.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.directory.StaffImports.Change;
import vn.quyche.core.api.directory.StaffImports.RowKind;
import vn.quyche.core.api.error.FieldError;

/**
 * A row of a plan.
 *
 * @param number the row in the file, 0 for people who are not in it
 * @param kind what would become of it
 * @param personId the person it was matched with
 * @param name the name to show
 * @param values what the row says, see {@link StaffRow#toMap}; empty for bad rows
 * @param changes field by field
 * @param errors what is wrong
 */
public record PlanRow(
        int number,
        RowKind kind,
        Optional<String> personId,
        String name,
        Map<String, String> values,
        List<Change> changes,
        List<FieldError> errors) {

    public PlanRow {
        values = Map.copyOf(values);
        changes = List.copyOf(changes);
        errors = List.copyOf(errors);
    }
}
