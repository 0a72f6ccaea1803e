package vn.quyche.core.directory.internal.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.directory.StaffImports.Counts;
import vn.quyche.core.api.directory.StaffImports.State;
import vn.quyche.core.api.error.FieldError;

/**
 * An import as stored; fields as in {@code StaffImports.Import}.
 *
 * @param stamp the stamp of the directory that the plan was made for
 * @param createdBy the account
 */
public record StoredImport(
        String id,
        String fileName,
        String sheet,
        int headerRow,
        List<String> columns,
        List<String> ignored,
        List<String> createdUnits,
        State state,
        Counts counts,
        Optional<FieldError> error,
        String stamp,
        String createdBy,
        String createdByName,
        Instant createdAt,
        Optional<Instant> appliedAt) {

    private static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public StoredImport {
        columns = List.copyOf(columns);
        ignored = List.copyOf(ignored);
        createdUnits = List.copyOf(createdUnits);
    }

    /** An import whose file is about to be read. */
    public static StoredImport started(String id, String fileName, String createdBy, String createdByName, Instant at) {
        return new StoredImport(
                id,
                fileName,
                "",
                0,
                List.of(),
                List.of(),
                List.of(),
                State.READING,
                NONE,
                Optional.empty(),
                "",
                createdBy,
                createdByName,
                at,
                Optional.empty());
    }

    /** The import with its plan. */
    public StoredImport ready(String readSheet, StaffHeader header, List<String> units, Counts rows, String planStamp) {
        return new StoredImport(
                id,
                fileName,
                readSheet,
                header.row(),
                header.columns().keySet().stream()
                        .sorted()
                        .map(StaffColumn::name)
                        .toList(),
                header.ignored(),
                units,
                State.READY,
                rows,
                Optional.empty(),
                planStamp,
                createdBy,
                createdByName,
                createdAt,
                Optional.empty());
    }

    /** The import in another state. */
    public StoredImport in(State now, Optional<FieldError> why, Optional<Instant> applied) {
        return new StoredImport(
                id,
                fileName,
                sheet,
                headerRow,
                columns,
                ignored,
                createdUnits,
                now,
                counts,
                why,
                stamp,
                createdBy,
                createdByName,
                createdAt,
                applied);
    }
}
