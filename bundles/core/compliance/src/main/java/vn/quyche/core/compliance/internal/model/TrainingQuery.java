package vn.quyche.core.compliance.internal.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.quyche.core.api.error.Invalid;

/**
 * Which trainings are wanted.
 *
 * @param schoolYear those of a school year
 * @param regulationId those on a regulation
 * @param state those in a state
 * @param text those in which all of this text stands, whatever its case and diacritics
 * @param by the column by which they are sorted
 * @param descending whether the last comes first
 */
public record TrainingQuery(
        Optional<String> schoolYear,
        Optional<String> regulationId,
        Optional<Training.State> state,
        Optional<String> text,
        Column by,
        boolean descending) {

    /** All, latest first. */
    public static final TrainingQuery ALL = new TrainingQuery(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Column.DATE, true);

    /** What may be sorted by. */
    public enum Column {
        DATE,
        TITLE
    }

    /**
     * The same in another order: {@code date}, {@code title}, with a minus downwards; blank leaves it.
     *
     * @throws Invalid {@code compliance.training-bad-order} at {@code sort}
     */
    public TrainingQuery sorted(String word) {
        if (word.isBlank()) {
            return this;
        }
        boolean down = word.startsWith("-");
        String name = down ? word.substring(1) : word;
        return Arrays.stream(Column.values())
                .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .map(column -> new TrainingQuery(schoolYear, regulationId, state, text, column, down))
                .orElseThrow(() -> new Invalid("sort", "compliance.training-bad-order"));
    }
}
