package vn.quyche.district.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A school in the overview of a month.
 *
 * @param schoolId the school
 * @param schoolCode its code
 * @param schoolName its name
 * @param groups groups that it lists now
 * @param figures what its month comes to
 * @param takenAt when its figures were last taken over; empty when they never were
 * @param failure the code of the last failure since then, empty when there was none
 * @param stale whether they were not taken over for {@link Overviews#STALE_DAYS} days
 */
public record SchoolOverview(
        String schoolId,
        String schoolCode,
        String schoolName,
        int groups,
        MonthFigures figures,
        Optional<Instant> takenAt,
        String failure,
        boolean stale) {}
