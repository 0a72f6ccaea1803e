package vn.quyche.core.api.directory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An authority above the school, for a time.
 *
 * @param id its id
 * @param level its level
 * @param name its name, for example {@code UBND xã Thử Nghiệm}
 * @param organId its identifier in document exchange, empty when unknown
 * @param validFrom the first day above the school
 * @param validTo the last day, empty while it lasts
 * @param version for {@code If-Match}
 */
public record Authority(
        String id,
        AuthorityLevel level,
        String name,
        String organId,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        long version) {}
