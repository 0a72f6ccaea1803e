package vn.quyche.core.compliance.internal.model;

import java.util.Optional;

/**
 * Which records of trainings are wanted.
 *
 * @param personId those of a person
 * @param regulationId those on a regulation
 * @param schoolYear those of a school year
 * @param present those of people who came, or of those who did not
 */
public record TrainingRecordQuery(
        Optional<String> personId,
        Optional<String> regulationId,
        Optional<String> schoolYear,
        Optional<Boolean> present) {

    /** All. */
    public static final TrainingRecordQuery ALL =
            new TrainingRecordQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
