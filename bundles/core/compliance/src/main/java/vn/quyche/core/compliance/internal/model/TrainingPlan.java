package vn.quyche.core.compliance.internal.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What the school wants with its trainings in a school year (TT.15.3).
 *
 * @param schoolYear the school year, {@code 2026-2027}
 * @param aims what it wants; may be empty
 * @param approvedBy the name of who approved it; empty while nobody has
 * @param approvedAt when that was
 * @param version grows with each change; 0 while nothing was entered
 */
public record TrainingPlan(
        String schoolYear, String aims, String approvedBy, Optional<Instant> approvedAt, long version) {

    /** A plan in which nothing was entered. */
    public static TrainingPlan none(String schoolYear) {
        return new TrainingPlan(schoolYear, "", "", Optional.empty(), 0);
    }

    /** Whether it was approved. */
    public boolean approved() {
        return approvedAt.isPresent();
    }
}
