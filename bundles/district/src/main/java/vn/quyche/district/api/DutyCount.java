package vn.quyche.district.api;

/**
 * How the duties of one domain went that one role of a school has in a month.
 *
 * @param domain the domain, for example {@code group}
 * @param role the role, for example {@code TEACHER}; {@code NONE} for people without a post
 * @param due all that were due in the month; the sum of the others
 * @param done those done in time
 * @param late those done after their due time
 * @param missed those due and not done
 * @param excused those excused
 * @param open those not due yet
 */
public record DutyCount(String domain, String role, int due, int done, int late, int missed, int excused, int open) {}
