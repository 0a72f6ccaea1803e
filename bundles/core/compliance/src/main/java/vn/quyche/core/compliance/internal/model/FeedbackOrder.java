package vn.quyche.core.compliance.internal.model;

import java.util.Arrays;
import java.util.Locale;
import vn.quyche.core.api.error.Invalid;

/**
 * How a list of opinions is sorted.
 *
 * @param by the column
 * @param descending whether the last comes first
 */
public record FeedbackOrder(Column by, boolean descending) {

    /** Newest first. */
    public static final FeedbackOrder NEWEST = new FeedbackOrder(Column.GIVEN, true);

    /** What may be sorted by. */
    public enum Column {
        GIVEN,
        DUE,
        PLACE,
        AUTHOR
    }

    /**
     * Reads {@code due} or {@code -due}; blank for the newest first.
     *
     * @throws Invalid {@code compliance.feedback-bad-order} at {@code sort}
     */
    public static FeedbackOrder parse(String word) {
        if (word.isBlank()) {
            return NEWEST;
        }
        boolean descending = word.startsWith("-");
        String name = descending ? word.substring(1) : word;
        return Arrays.stream(Column.values())
                .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .map(column -> new FeedbackOrder(column, descending))
                .orElseThrow(() -> new Invalid("sort", "compliance.feedback-bad-order"));
    }
}
