package vn.quyche.core.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One page of a list that is read by key.
 *
 * @param items the rows of this page, in the order asked for
 * @param next the cursor of the following page, or empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from rows that were read with {@code size + 1} as their limit.
     *
     * @param rows the rows read: one more than {@code size} when there is a following page
     * @param size the size of the page
     * @param cursor how the cursor is read from the last row shown
     */
    public static <T> Page<T> of(List<T> rows, int size, Function<T, String> cursor) {
        if (rows.size() <= size) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> shown = rows.subList(0, size);
        return new Page<>(shown, Optional.of(cursor.apply(shown.get(size - 1))));
    }

    /** All rows of a list, page after page, as an export wants them; in the order that the list has by itself. */
    public static <T> Stream<T> every(Function<PageRequest, Page<T>> list) {
        return every(PageRequest.first(), list);
    }

    /** All rows of a list in the order in which a page of it was asked for. */
    public static <T> Stream<T> every(PageRequest like, Function<PageRequest, Page<T>> list) {
        List<T> rows = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<T> page = list.apply(new PageRequest(PageRequest.MAX_SIZE, after, like.sort()));
            rows.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return rows.stream();
    }

    /** The same page with each row mapped. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), next);
    }
}
