package vn.quyche.district.api;

import java.time.Instant;
import java.util.List;

/**
 * A list that a school sends: all its official groups.
 *
 * @param schoolCode the code of the school
 * @param madeAt when the school made it; an older one than the last is refused
 * @param groups the groups, at most 5000
 */
public record PushedList(String schoolCode, Instant madeAt, List<SchoolGroup> groups) {

    public PushedList {
        groups = groups == null ? List.of() : List.copyOf(groups);
    }
}
