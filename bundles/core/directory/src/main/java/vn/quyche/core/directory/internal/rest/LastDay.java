package vn.quyche.core.directory.internal.rest;

import java.time.LocalDate;

/**
 * When something ends.
 *
 * @param lastDay the last day
 */
public record LastDay(LocalDate lastDay) {}
