package vn.quyche.district.internal.job;

import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.compliance.MonthSpan;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.DutyMonth;
import vn.quyche.district.api.SchoolInspection;

/**
 * Reads a school's figures through one of its doors.
 *
 * <p>Each method throws {@link vn.quyche.core.api.remote.RemoteFailure} when there is nothing to be had: a school that has no
 * figures yet, and one whose token does not allow to read them, under codes of their own.
 */
interface SummaryClient {

    /** Reports asked for at once. */
    int PAGE = 500;

    /**
     * A page of signed reports.
     *
     * @param items the reports
     * @param next where the next page begins; empty on the last
     */
    record Reports(List<SchoolInspection> items, Optional<String> next) {

        public Reports {
            items = List.copyOf(items);
        }
    }

    /**
     * A page of the signed reports of some months.
     *
     * @param after where the page begins; empty for the first
     */
    Reports inspections(DistrictSchool school, String token, MonthSpan months, Optional<String> after);

    /** How the duties of some months went. */
    List<DutyMonth> duties(DistrictSchool school, String token, MonthSpan months);
}
