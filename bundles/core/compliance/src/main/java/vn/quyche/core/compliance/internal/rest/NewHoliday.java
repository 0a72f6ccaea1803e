package vn.quyche.core.compliance.internal.rest;

import java.time.LocalDate;

/**
 * A holiday to enter.
 *
 * @param day the day
 * @param name its name, in Vietnamese
 */
public record NewHoliday(LocalDate day, String name) {}
