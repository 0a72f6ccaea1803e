package vn.quyche.core.compliance.internal.store;

/**
 * How a person's duties of one domain went.
 *
 * @param personId who
 * @param domain the domain
 * @param done those done in time
 * @param late those done after their due time
 * @param missed those due and not done
 * @param excused those excused
 * @param open those not due yet
 */
public record PersonDuties(String personId, String domain, int done, int late, int missed, int excused, int open) {}
