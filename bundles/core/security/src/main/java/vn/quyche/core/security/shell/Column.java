package vn.quyche.core.security.shell;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param title what stands above it
 * @param value what stands in it; null and empty optionals give an empty place
 */
public record Column<T>(String title, Function<? super T, ?> value) {

    /** A column. */
    public static <T> Column<T> of(String title, Function<? super T, ?> value) {
        return new Column<>(title, value);
    }
}
