package vn.quyche.group.api.custody;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/**
 * Holds and exports of directives; for the leaders of the group and for the office ({@code group:custody}). Clauses BC.3.3 and
 * BC.4.6.
 */
@ProviderType
public interface Custody {

    /** An export that was permitted and recorded; it can then be written without further questions. */
    interface Export {

        /** What was recorded. */
        CustodyExport recorded();

        /** Writes the ZIP; leaves the stream open. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Whether the caller may lay and lift holds on a directive and export it. */
    boolean mayKeep(Caller caller, String directiveId);

    /**
     * All holds, the newest first ({@code -laid}); takes {@code group:custody}.
     *
     * @param standing only those that stand, or only those that were lifted
     */
    Page<LegalHold> holds(Caller caller, Optional<Boolean> standing, PageRequest page);

    /** The hold that stands on a directive; whoever may see the directive. */
    Optional<LegalHold> standing(Caller caller, String directiveId);

    /** The holds of a directive, newest first. */
    Page<LegalHold> holdsOf(Caller caller, String directiveId, PageRequest page);

    /**
     * Lays a hold on an issued directive, with a reason.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code group.hold-stands}
     */
    LegalHold hold(Caller caller, String directiveId, String reason);

    /**
     * Lifts the hold on a directive, with a reason.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code group.no-hold}
     */
    LegalHold lift(Caller caller, String directiveId, String reason);

    /**
     * Permits and records an export of an issued directive: the directive, its files, its receipts, its reminders, holds and
     * earlier exports, its lines of the log with their seals, and a manifest with the hash of each. Doors call this before the
     * first byte goes out.
     *
     * @param reason what for, 1 to 500 characters
     * @throws vn.quyche.core.api.error.Refused BC.4.6 for others than leaders and office
     */
    Export export(Caller caller, String directiveId, String reason);

    /** The exports of a directive, newest first. */
    Page<CustodyExport> exports(Caller caller, String directiveId, PageRequest page);
}
