package vn.quyche.district.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A group that was collected from a school.
 *
 * @param id its id in the district
 * @param schoolId the school
 * @param schoolCode the code of the school
 * @param schoolName the name of the school
 * @param group what the school lists
 * @param change how it differs from before
 * @param state where it stands
 * @param alike how many other schools have a group whose name looks the same
 * @param checkCode the code under which anyone can check it; empty until it is recognised for the first time
 * @param firstSeenAt when it was first taken over
 * @param changedAt when it last changed
 * @param goneAt since when it is no longer on the school's list
 * @param version for {@code If-Match}
 */
public record CollectedGroup(
        String id,
        String schoolId,
        String schoolCode,
        String schoolName,
        SchoolGroup group,
        GroupChange change,
        ReviewState state,
        int alike,
        String checkCode,
        Instant firstSeenAt,
        Instant changedAt,
        Optional<Instant> goneAt,
        long version) {

    /** The same with the number of schools that have a name like it. */
    public CollectedGroup withAlike(int others) {
        return new CollectedGroup(
                id,
                schoolId,
                schoolCode,
                schoolName,
                group,
                change,
                state,
                others,
                checkCode,
                firstSeenAt,
                changedAt,
                goneAt,
                version);
    }
}
