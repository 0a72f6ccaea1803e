package vn.quyche.core.api.document;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A case file (hồ sơ công việc): documents on one matter, kept together until they go to the archive.
 *
 * @param id its id
 * @param code its number and symbol in the list of files, unique in its year
 * @param title what it is about
 * @param year the year in whose list it stands
 * @param keeperId who keeps it
 * @param keeperName the name
 * @param retentionYears how long it is kept after it was closed; 0 for permanently
 * @param state where it stands
 * @param closedOn when the work ended
 * @param transferredOn when it went to the archive
 * @param receiver who took it over; empty before
 * @param documents how many documents are in it
 * @param version counts each change, for {@code If-Match}
 */
public record CaseFile(
        String id,
        String code,
        String title,
        int year,
        String keeperId,
        String keeperName,
        int retentionYears,
        State state,
        Optional<LocalDate> closedOn,
        Optional<LocalDate> transferredOn,
        String receiver,
        int documents,
        long version) {

    /** Where a file stands. */
    public enum State {
        /** Takes documents. */
        OPEN,
        /** The work has ended; it goes to the archive within a year. */
        CLOSED,
        /** In the archive. */
        TRANSFERRED
    }

    /** For how long it is kept, in words. */
    public String retention() {
        return retentionYears == 0 ? "Vĩnh viễn" : retentionYears + " năm";
    }
}
