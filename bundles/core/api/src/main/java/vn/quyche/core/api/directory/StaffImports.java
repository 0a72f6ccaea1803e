package vn.quyche.core.api.directory;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.security.Caller;

/**
 * Takes over a staff list from an Excel or CSV file in two steps: a dry run that stores a plan, then the plan in one
 * transaction. Takes {@code directory:import}; columns on the Party and the trade union are left out unless the caller
 * holds {@code directory:read-sensitive}.
 */
@ProviderType
public interface StaffImports {

    /** Where an import stands. */
    enum State {
        /** The file is being read. */
        READING,
        /** The plan can be looked at and applied. */
        READY,
        /** The plan is being applied. */
        APPLYING,
        APPLIED,
        /** The file could not be read; nothing was changed. */
        FAILED,
        CANCELLED
    }

    /** What would become of a row. */
    enum RowKind {
        NEW,
        CHANGED,
        UNCHANGED,
        /** Works here but is not in the file; offered for leaving, never ended by an import. */
        LEFT,
        /** Cannot be taken over; the reason says why. */
        BAD
    }

    /** How many rows there are of each kind. */
    record Counts(int fresh, int changed, int unchanged, int left, int bad) {}

    /**
     * An import.
     *
     * @param id its id, also the id of the plan
     * @param fileName the file
     * @param sheet the sheet that was read, empty for CSV
     * @param headerRow the row with the headings, 1 is the first
     * @param columns the columns that were understood, names of fields
     * @param ignored headings that were not understood or left out
     * @param createdUnits the names of units, classes and campuses that the plan would make
     * @param state where it stands
     * @param rowsDone rows done of the running step
     * @param rowsTotal rows of the running step, 0 while unknown
     * @param counts the rows by kind
     * @param error why it failed; empty otherwise
     * @param createdBy the name of who brought the file
     * @param createdAt when
     * @param appliedAt when it was applied
     */
    record Import(
            String id,
            String fileName,
            String sheet,
            int headerRow,
            List<String> columns,
            List<String> ignored,
            List<String> createdUnits,
            State state,
            int rowsDone,
            int rowsTotal,
            Counts counts,
            Optional<FieldError> error,
            String createdBy,
            Instant createdAt,
            Optional<Instant> appliedAt) {

        /** Whether a step runs now. */
        public boolean running() {
            return state == State.READING || state == State.APPLYING;
        }
    }

    /**
     * One field that would change.
     *
     * @param field the name of the field
     * @param before what it is, empty when unknown
     * @param after what it would be
     */
    record Change(String field, String before, String after) {}

    /**
     * A row of the plan.
     *
     * @param number the row in the file, 0 for people who are not in it
     * @param kind what would become of it
     * @param personId the person it was matched with
     * @param name the name in the file, or of the person
     * @param changes field by field, for new and changed rows
     * @param errors what is wrong, for bad rows
     * @param joining whether the person has come to the school lately, and gets a joining checklist where that is asked for
     */
    record Row(
            int number,
            RowKind kind,
            Optional<String> personId,
            String name,
            List<Change> changes,
            List<FieldError> errors,
            boolean joining) {}

    /** Opens the uploaded file; called once. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Takes a file and starts the dry run in the background.
     *
     * @throws vn.quyche.core.api.error.Invalid {@code directory.import-too-large} and others that are seen at once
     */
    Import start(Caller caller, String fileName, Source source);

    /** The import as it stands. */
    Import get(Caller caller, String importId);

    /** The import as soon as no step runs any more, or as it stands after a time. */
    Import await(Caller caller, String importId, Duration atMost);

    /** The imports, newest first. */
    Page<Import> list(Caller caller, PageRequest page);

    /** The rows of a plan in the order of the file, of one kind or all. */
    Page<Row> rows(Caller caller, String importId, Optional<RowKind> kind, PageRequest page);

    /**
     * Starts to apply a plan in the background, all in one transaction; bad rows are left out.
     *
     * @param joinings why people who have come lately and were not here before have come: all of them get a {@link Joinings
     *     joining checklist}, those who have an open one aside, and who was here before for having come back; takes {@code
     *     directory:leaving}. Empty: nobody gets one
     * @throws vn.quyche.core.api.error.Conflict {@code directory.import-state}, {@code directory.import-outdated} (older
     *     than a day), {@code directory.import-directory-changed}
     */
    Import apply(Caller caller, String importId, Optional<ArrivalReason> joinings);

    /** Stops the running step, nothing half done; a plan that is ready is thrown away. */
    void cancel(Caller caller, String importId);
}
