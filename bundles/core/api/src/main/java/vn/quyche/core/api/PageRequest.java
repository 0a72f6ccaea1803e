package vn.quyche.core.api;

import java.util.Optional;

/**
 * Which page of a list is wanted.
 *
 * @param size rows on the page, 1 to {@link #MAX_SIZE}
 * @param after the cursor that the page before gave, or empty for the first page
 */
public record PageRequest(int size, Optional<String> after) {

    /** The size that lists use unless told otherwise. */
    public static final int DEFAULT_SIZE = 50;

    /** The largest page that is served. */
    public static final int MAX_SIZE = 500;

    public PageRequest {
        size = Math.max(1, Math.min(MAX_SIZE, size));
    }

    /** The first page, of the default size. */
    public static PageRequest first() {
        return new PageRequest(DEFAULT_SIZE, Optional.empty());
    }

    /** The first page, of {@code size} rows. */
    public static PageRequest first(int size) {
        return new PageRequest(size, Optional.empty());
    }
}
