package vn.quyche.district.api;

import java.util.List;

/**
 * A month of a school as a whole.
 *
 * @param month the month, {@code 2026-11}
 * @param school the school and what the month comes to
 * @param inspections the reports that count for the month, by group
 * @param duties how its duties went, by domain and role
 */
public record SchoolMonth(
        String month, SchoolOverview school, List<SchoolInspection> inspections, List<DutyCount> duties) {

    public SchoolMonth {
        inspections = List.copyOf(inspections);
        duties = List.copyOf(duties);
    }
}
