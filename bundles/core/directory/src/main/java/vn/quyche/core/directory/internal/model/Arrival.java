package vn.quyche.core.directory.internal.model;

import java.time.LocalDate;
import vn.quyche.core.api.directory.ArrivalReason;
import vn.quyche.core.api.directory.StaffImports.Change;

/**
 * Somebody whom a staff list brings to the school, not only into the directory: whose first day is at most a month ago.
 *
 * @param personId who
 * @param firstDay the first day at the school
 * @param reason why they come: back, when the directory knew them
 */
public record Arrival(String personId, LocalDate firstDay, ArrivalReason reason) {

    private static final int DAYS = 30;

    /** Whether who begins on a day has come lately, or comes yet. */
    public static boolean lately(LocalDate firstDay, LocalDate today) {
        return !firstDay.isBefore(today.minusDays(DAYS));
    }

    /** Whether a row of a plan brings somebody who has come lately. */
    public static boolean in(PlanRow row, LocalDate today) {
        return row.changes().stream()
                .anyMatch(change -> begins(change) && lately(LocalDate.parse(change.after()), today));
    }

    private static boolean begins(Change change) {
        return change.field().equals(StaffDiff.JOINED_ON) && change.before().isEmpty();
    }
}
