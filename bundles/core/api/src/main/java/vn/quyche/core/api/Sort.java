package vn.quyche.core.api;

import java.util.Collection;
import java.util.Optional;
import vn.quyche.core.api.error.Invalid;

/**
 * How a list is sorted. Doors write it as the name of a column, with a minus before it for the last first: {@code -created}.
 *
 * @param column the column
 * @param descending whether the last comes first
 */
public record Sort(String column, boolean descending) {

    private static final String DOWN = "-";

    /**
     * The order that is asked for, or the one that the list has by itself.
     *
     * @param word what a page is asked for with ({@link PageRequest#sort})
     * @param unless what the list is sorted by when nothing is asked for
     * @param known all that it may be sorted by, with a minus where it goes downwards only
     * @throws Invalid {@code core.bad-sort} at {@code sort}, with what is known, for anything else
     */
    public static Sort of(Optional<String> word, String unless, Collection<String> known) {
        Sort sort = read(word.orElse(unless));
        if (!known.contains(sort.column()) && !known.contains(sort.word())) {
            throw new Invalid("sort", "core.bad-sort", String.join(", ", known));
        }
        return sort;
    }

    private static Sort read(String word) {
        return word.startsWith(DOWN) ? new Sort(word.substring(DOWN.length()), true) : new Sort(word, false);
    }

    /** As doors write it. */
    public String word() {
        return (descending ? DOWN : "") + column;
    }
}
