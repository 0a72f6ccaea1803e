package vn.quyche.core.compliance.internal.model;

import java.time.LocalDate;

/**
 * A value that the school decided for a parameter.
 *
 * @param key the parameter
 * @param validFrom the first day on which it holds
 * @param value the value
 */
public record DecidedValue(String key, LocalDate validFrom, String value) {}
