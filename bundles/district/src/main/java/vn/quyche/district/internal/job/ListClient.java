package vn.quyche.district.internal.job;

import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.district.api.DistrictSchool;

/** Reads a page of a school's list through one of its doors. */
interface ListClient {

    /** Groups asked for at once. */
    int PAGE = 200;

    /**
     * Reads a page.
     *
     * @param token the district's token of the school
     * @param day the day whose official groups are wanted
     * @param after where the page begins; empty for the first
     * @throws vn.quyche.core.api.remote.RemoteFailure when there is no such page to be had
     */
    ListPage read(DistrictSchool school, String token, LocalDate day, Optional<String> after);
}
