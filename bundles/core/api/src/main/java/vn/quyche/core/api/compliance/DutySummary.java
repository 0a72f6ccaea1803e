package vn.quyche.core.api.compliance;

import java.util.List;

/**
 * How the duties of a month went: counts by domain and role, and nothing about people.
 *
 * @param month the month in which they were due, {@code 2026-11}
 * @param lines the counts, in the order of domain and role
 */
public record DutySummary(String month, List<Line> lines) {

    public DutySummary {
        lines = List.copyOf(lines);
    }

    /**
     * The duties of a domain that one role has. What was withdrawn does not count.
     *
     * @param domain the domain, for example {@code group}
     * @param role the first post of who has them, a constant of {@code Post}; {@code NONE} for people without a post
     * @param due all that were, or will be, due in the month
     * @param done those done in time
     * @param late those done after their due time
     * @param missed those due and not done
     * @param excused those excused
     * @param open those not due yet
     */
    public record Line(String domain, String role, int due, int done, int late, int missed, int excused, int open) {}
}
