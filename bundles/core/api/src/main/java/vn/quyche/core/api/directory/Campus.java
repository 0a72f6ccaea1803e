package vn.quyche.core.api.directory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A campus (điểm trường, khu).
 *
 * @param id its id
 * @param name its name, for example {@code Khu A}
 * @param address its address, may be empty
 * @param validFrom the first day of its use
 * @param validTo the last day, empty while it is used
 * @param version for {@code If-Match}
 */
public record Campus(
        String id, String name, String address, LocalDate validFrom, Optional<LocalDate> validTo, long version) {}
