package vn.quyche.core.api;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.quyche.core.api.error.Invalid;

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

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,26}");

    public PageRequest {
        size = Math.max(1, Math.min(MAX_SIZE, size));
    }

    /**
     * The id that a list by id goes on behind.
     *
     * @throws Invalid {@code core.bad-cursor} when the cursor is no id, thus of no such list
     */
    public Optional<String> afterId() {
        if (after.filter(id -> !ID.matcher(id).matches()).isPresent()) {
            throw new Invalid("after", "core.bad-cursor");
        }
        return after;
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
