package vn.quyche.group.api.inspection;

import java.time.LocalDate;

/**
 * A finding to enter; the fields are those of {@link Finding}.
 *
 * @param dueOn not before the day on which it is entered
 */
public record NewFinding(Finding.Kind kind, String text, String remedy, LocalDate dueOn) {}
