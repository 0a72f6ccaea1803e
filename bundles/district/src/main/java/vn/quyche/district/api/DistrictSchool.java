package vn.quyche.district.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A school whose groups the district keeps. Clause TB.1.
 *
 * @param id its id
 * @param code its code in the ministry's database
 * @param name its full name
 * @param address where its container answers, for example {@code https://tha.example}; empty when it sends by itself
 * @param door how its list comes
 * @param tokenKept whether the district has a token of the school
 * @param accountId the account of the district by which the school sends its list
 * @param accountName the user name of that account, empty without one
 * @param activeFrom the first day on which it belongs to the district
 * @param activeTo the last day
 * @param takenAt when its list was last taken over
 * @param failure the code of the last failure since then, empty when there was none
 * @param failedAt when that was
 * @param version for {@code If-Match}
 */
public record DistrictSchool(
        String id,
        String code,
        String name,
        String address,
        CollectDoor door,
        boolean tokenKept,
        Optional<String> accountId,
        String accountName,
        LocalDate activeFrom,
        Optional<LocalDate> activeTo,
        Optional<Instant> takenAt,
        String failure,
        Optional<Instant> failedAt,
        long version) {

    /** Whether it belongs to the district on a day. */
    public boolean active(LocalDate day) {
        return !activeFrom.isAfter(day)
                && activeTo.map(last -> !day.isAfter(last)).orElse(true);
    }
}
