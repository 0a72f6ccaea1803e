package vn.quyche.core.compliance.internal.rest;

import java.time.LocalDate;

/**
 * A value that the school decided for a parameter.
 *
 * @param value the value
 * @param validFrom the first day on which it holds
 * @param decision number and date of the decision
 */
public record NewValue(String value, LocalDate validFrom, String decision) {}
