package vn.quyche.group.api.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an inspection found wrong, and what is to be done about it.
 *
 * @param id its id
 * @param inspectionId the report in which it stands
 * @param kind what it is about
 * @param text what was found
 * @param remedy what is asked for
 * @param dueOn the last day for it
 * @param remediedAt when it was done
 * @param remediedBy the name of who recorded that; empty while it is open
 * @param remark what was done; empty while it is open
 */
public record Finding(
        String id,
        String inspectionId,
        Kind kind,
        String text,
        String remedy,
        LocalDate dueOn,
        Optional<Instant> remediedAt,
        String remediedBy,
        String remark) {

    /** What a finding is about. */
    public enum Kind {
        MEMBERSHIP,
        DIRECTIVES,
        RECEIPTS,
        PINS,
        CONDUCT,
        ROLES,
        RECORDS,
        OTHER
    }

    /** Whether nothing was recorded about it yet. */
    public boolean open() {
        return remediedAt.isEmpty();
    }
}
