package vn.quyche.core.compliance.internal.model;

import java.util.Optional;

/**
 * Which trainings are wanted.
 *
 * @param schoolYear those of a school year
 * @param regulationId those on a regulation
 * @param state those in a state
 * @param text those in which all of this text stands, whatever its case and diacritics
 */
public record TrainingQuery(
        Optional<String> schoolYear,
        Optional<String> regulationId,
        Optional<Training.State> state,
        Optional<String> text) {

    /** All. */
    public static final TrainingQuery ALL =
            new TrainingQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
