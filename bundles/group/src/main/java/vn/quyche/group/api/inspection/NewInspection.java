package vn.quyche.group.api.inspection;

import java.time.LocalDate;

/**
 * A report to begin.
 *
 * @param groupId the group
 * @param period a month, quarter, term or school year as {@code SchoolPeriod} names them; empty when the days are given
 * @param from the first day, when no period is named
 * @param to the last day, when no period is named; not after today
 */
public record NewInspection(String groupId, String period, LocalDate from, LocalDate to) {}
