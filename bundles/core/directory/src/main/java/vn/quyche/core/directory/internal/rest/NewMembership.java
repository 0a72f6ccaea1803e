package vn.quyche.core.directory.internal.rest;

import java.time.LocalDate;

/**
 * A membership to begin.
 *
 * @param unitId the unit
 * @param from the first day
 */
public record NewMembership(String unitId, LocalDate from) {}
