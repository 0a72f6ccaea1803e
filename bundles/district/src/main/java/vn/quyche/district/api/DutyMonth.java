package vn.quyche.district.api;

import java.util.List;

/**
 * How the duties of a school went in a month.
 *
 * @param month the month, {@code 2026-11}
 * @param lines the counts by domain and role
 */
public record DutyMonth(String month, List<DutyCount> lines) {

    public DutyMonth {
        lines = lines == null ? List.of() : java.util.Collections.unmodifiableList(new java.util.ArrayList<>(lines));
    }
}
