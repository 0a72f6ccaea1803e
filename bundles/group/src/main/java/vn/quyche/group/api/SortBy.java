package vn.quyche.group.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.quyche.core.api.error.Invalid;

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
     * The order that a word asks for: the name of a column in small letters, with a minus downwards; blank leaves this one.
     *
     * @throws Invalid {@code group.bad-order} at {@code sort}, naming the columns
     */
    public SortBy<C> or(String word) {
        if (word.isBlank()) {
            return this;
        }
        boolean down = word.startsWith("-");
        String name = down ? word.substring(1) : word;
        C[] columns = by.getDeclaringClass().getEnumConstants();
        return Arrays.stream(columns)
                .filter(column -> word(column).equals(name))
                .findFirst()
                .map(column -> new SortBy<>(column, down))
                .orElseThrow(() -> new Invalid(
                        "sort",
                        "group.bad-order",
                        Arrays.stream(columns).map(SortBy::word).collect(Collectors.joining(", "))));
    }

    /** How a key stands behind another in this order, for queries. */
    public String behind() {
        return descending ? "<" : ">";
    }

    /** The direction as queries write it. */
    public String direction() {
        return descending ? " desc" : "";
    }

    private static String word(Enum<?> column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}
