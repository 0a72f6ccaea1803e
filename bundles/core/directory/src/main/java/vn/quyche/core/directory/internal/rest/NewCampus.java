package vn.quyche.core.directory.internal.rest;

import java.time.LocalDate;

/**
 * A campus to add.
 *
 * @param name its name
 * @param address its address
 * @param validFrom its first day
 */
public record NewCampus(String name, String address, LocalDate validFrom) {}
