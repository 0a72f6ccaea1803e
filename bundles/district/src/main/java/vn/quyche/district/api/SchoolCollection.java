package vn.quyche.district.api;

import java.time.Instant;
import java.util.Optional;

/**
 * How a school fared in a collection.
 *
 * @param schoolId the school
 * @param schoolCode its code
 * @param schoolName its name
 * @param state where it stands
 * @param pages how many pages of its list have come
 * @param rows how many groups have come
 * @param attempts how often it was tried
 * @param failure the code of the last failure, empty for none
 * @param detail what the school's machine said, for the administrator; empty for nothing
 * @param taken what was taken over
 * @param endedAt when it ended
 */
public record SchoolCollection(
        String schoolId,
        String schoolCode,
        String schoolName,
        State state,
        int pages,
        int rows,
        int attempts,
        String failure,
        String detail,
        Taken taken,
        Optional<Instant> endedAt) {

    /** Where a school stands in a collection. */
    public enum State {
        WAITING,
        DONE,
        FAILED,
        CANCELLED
    }
}
