package vn.quyche.district.internal.job;

import java.util.List;
import java.util.Optional;
import vn.quyche.district.api.SchoolGroup;

/**
 * A page of a school's list.
 *
 * @param groups its groups
 * @param next where the next page begins; empty on the last
 */
public record ListPage(List<SchoolGroup> groups, Optional<String> next) {

    public ListPage {
        groups = List.copyOf(groups);
    }
}
