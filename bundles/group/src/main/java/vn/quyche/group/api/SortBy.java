package vn.quyche.group.api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Sort;

/**
 * How a list is sorted.
 *
 * @param by the column
 * @param descending whether the last comes first
 */
public record SortBy<C extends Enum<C>>(C by, boolean descending) {

    /** The smallest first. */
    public static <C extends Enum<C>> SortBy<C> up(C by) {
        return new SortBy<>(by, false);
    }

    /** The greatest first. */
    public static <C extends Enum<C>> SortBy<C> down(C by) {
        return new SortBy<>(by, true);
    }

    /**
     * The order that a word asks for, as all lists read it ({@link Sort}): the name of a column in small letters, with a
     * minus downwards; blank leaves this one.
     *
     * @throws vn.quyche.core.api.error.Invalid {@code core.bad-sort} at {@code sort}, naming the columns
     */
    public SortBy<C> or(String word) {
        if (word.isBlank()) {
            return this;
        }
        Map<String, C> columns = new LinkedHashMap<>();
        for (C column : by.getDeclaringClass().getEnumConstants()) {
            columns.put(column.name().toLowerCase(Locale.ROOT), column);
        }
        Sort sort = Sort.of(Optional.of(word), word, columns.keySet());
        return new SortBy<>(columns.get(sort.column()), sort.descending());
    }

    /** How a key stands behind another in this order, for queries. */
    public String behind() {
        return descending ? "<" : ">";
    }

    /** The direction as queries write it. */
    public String direction() {
        return descending ? " desc" : "";
    }
}
