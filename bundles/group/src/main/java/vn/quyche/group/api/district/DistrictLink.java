package vn.quyche.group.api.district;

import java.time.Instant;
import java.util.Optional;

/**
 * How the school is connected with its district. Clause TB.4.
 *
 * @param address where the district's container answers; empty while the school is not connected
 * @param tokenKept whether there is a token of the district
 * @param sends whether the school sends its list and its figures by itself
 * @param readAt when the changes were last read
 * @param sentAt when the list was last sent
 * @param figuresAt when the figures of inspections and duties were last sent, or seen to be as they were sent
 * @param failure the code of the last failure since then, empty for none
 * @param failedAt when that was
 * @param version for {@code If-Match}
 */
public record DistrictLink(
        String address,
        boolean tokenKept,
        boolean sends,
        Optional<Instant> readAt,
        Optional<Instant> sentAt,
        Optional<Instant> figuresAt,
        String failure,
        Optional<Instant> failedAt,
        long version) {

    /** Not connected. */
    public static DistrictLink none() {
        return new DistrictLink(
                "", false, false, Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty(), 0);
    }

    /** Whether the school is connected. */
    public boolean connected() {
        return !address.isEmpty() && tokenKept;
    }
}
