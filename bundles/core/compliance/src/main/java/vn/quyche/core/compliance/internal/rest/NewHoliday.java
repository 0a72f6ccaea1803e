package vn.quyche.core.compliance.internal.rest;

import java.time.LocalDate;

/**
 * A day to enter.
 *
 * @param day the day
 * @param name its name, in Vietnamese
 * @param working whether the school works on it although it would rest by its week; else it is a holiday
 * @param madeUpOn with a holiday: the day on which the school works instead
 * @param inPlaceOf with a holiday: the proposal that is offered on another day, and in whose place it stands
 */
public record NewHoliday(LocalDate day, String name, boolean working, LocalDate madeUpOn, String inPlaceOf) {}
