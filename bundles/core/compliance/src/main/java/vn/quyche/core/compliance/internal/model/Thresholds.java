package vn.quyche.core.compliance.internal.model;

/**
 * Where a regulation does not say when it is broken, the school does; see the parameters {@code compliance.standing-…}.
 *
 * @param brokenViolations so many violations break a clause; fewer put it at risk
 * @param brokenMissedPercent more missed duties than this share of those due break a clause; fewer put it at risk
 * @param riskLatePercent more duties done late than this share of those due put a clause at risk
 */
public record Thresholds(int brokenViolations, int brokenMissedPercent, int riskLatePercent) {}
