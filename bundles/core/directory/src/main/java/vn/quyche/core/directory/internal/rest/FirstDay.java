package vn.quyche.core.directory.internal.rest;

import java.time.LocalDate;

/**
 * When something begins.
 *
 * @param firstDay the first day
 */
public record FirstDay(LocalDate firstDay) {}
