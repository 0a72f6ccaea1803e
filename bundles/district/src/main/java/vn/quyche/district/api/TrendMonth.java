package vn.quyche.district.api;

/**
 * A month in a row of months.
 *
 * @param month the month, {@code 2026-11}
 * @param figures what it came to
 */
public record TrendMonth(String month, MonthFigures figures) {}
