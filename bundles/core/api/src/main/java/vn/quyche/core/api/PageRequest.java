package vn.quyche.core.api;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.quyche.core.api.error.Invalid;

/**
 * Which page of a list is wanted.
 *
 * @param size rows on the page, 1 to {@link #MAX_SIZE}
 * @param after the cursor that the page before gave, or empty for the first page
 * @param sort what the list is sorted by ({@link Sort}), or empty for the order that it has by itself
 */
public record PageRequest(int size, Optional<String> after, Optional<String> sort) {

    /** The size that lists use unless told otherwise. */
    public static final int DEFAULT_SIZE = 50;

    /** The largest page that is served. */
    public static final int MAX_SIZE = 500;

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,26}");

    public PageRequest {
        size = Math.max(1, Math.min(MAX_SIZE, size));
        sort = sort.filter(word -> !word.isBlank());
    }

    /** A page in the order that the list has by itself. */
    public PageRequest(int size, Optional<String> after) {
        this(size, after, Optional.empty());
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

    /** The same page of the list sorted otherwise, for example by {@code -name}. */
    public PageRequest sorted(String word) {
        return new PageRequest(size, after, Optional.of(word));
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
