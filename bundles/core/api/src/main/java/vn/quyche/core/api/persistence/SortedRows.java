package vn.quyche.core.api.persistence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Sort;
import vn.quyche.core.api.error.Invalid;

/**
 * A list whose rows are in memory, sorted by one of several columns and cut into pages behind the place where the page before
 * ended: what {@link SortedList} is for rows of a store. It stands where the order is not in the database, and for some
 * thousand rows at most: all of them are sorted for each page.
 *
 * <p>The place is made of keys, not of a row, so that a page goes on where it should when that row is gone by then.
 */
public final class SortedRows<R> {

    /** What rows are compared by, and what it is in a cursor. */
    private record Key<R>(Function<R, ? extends Comparable<?>> of, Class<?> type) {}

    private final String name;
    private final String unless;
    private final List<Key<R>> ids;
    private final Map<String, List<Key<R>>> columns = new LinkedHashMap<>();

    private SortedRows(String name, String unless, List<Key<R>> ids) {
        this.name = name;
        this.unless = unless;
        this.ids = ids;
    }

    /**
     * A list, without columns yet.
     *
     * @param name for example {@code compliance.rules}, so that the cursor of another list is known as such
     * @param unless how it is sorted when nothing is asked for, for example {@code -time}
     * @param ids what tells its rows apart, all of it together; those that are alike in a column follow each other by it
     */
    @SafeVarargs
    public static <R> SortedRows<R> of(String name, String unless, Function<R, String>... ids) {
        List<Key<R>> keys = new ArrayList<>();
        for (Function<R, String> id : ids) {
            keys.add(new Key<>(id, String.class));
        }
        return new SortedRows<>(name, unless, keys);
    }

    /** May be sorted by what tells its rows apart. */
    public SortedRows<R> byId(String column) {
        columns.put(column, ids);
        return this;
    }

    /** May be sorted by a text, for example a name as {@code VietnameseText.nameSortKey} has it. */
    public SortedRows<R> by(String column, Function<R, String> key) {
        return by(column, String.class, key);
    }

    /**
     * May be sorted by a column.
     *
     * @param type {@code String}, {@code Long}, {@code Integer}, {@code LocalDate} or an enum
     * @param key never gives null
     */
    public <K extends Comparable<?>> SortedRows<R> by(String column, Class<K> type, Function<R, K> key) {
        columns.put(
                column,
                Stream.concat(Stream.of(new Key<>(key, type)), ids.stream()).toList());
        return this;
    }

    /**
     * Reads what a page is asked for with, before its rows are.
     *
     * @throws Invalid {@code core.bad-sort} or {@code core.bad-cursor}
     */
    public Query<R> query(PageRequest page) {
        Sort sort = Sort.of(page.sort(), unless, columns.keySet());
        return new Query<>(name + "." + sort.word(), columns.get(sort.column()), sort.descending(), page);
    }

    /** One page that is asked for. */
    public static final class Query<R> {

        /** A row with its keys, which may take a while to make. */
        private record Place<R>(R row, List<Comparable<?>> keys) {}

        private final String list;
        private final List<Key<R>> keys;
        private final Comparator<List<Comparable<?>>> order;
        private final int size;
        private final Optional<List<Comparable<?>>> last;

        private Query(String list, List<Key<R>> keys, boolean descending, PageRequest page) {
            this.list = list;
            this.keys = keys;
            Comparator<List<Comparable<?>>> up = Query::compare;
            this.order = descending ? up.reversed() : up;
            this.size = page.size();
            this.last = page.after().map(this::read);
        }

        private List<Comparable<?>> read(String text) {
            Cursor cursor = Cursor.parse(list, keys.size(), text);
            List<Comparable<?>> read = new ArrayList<>();
            for (int place = 0; place < keys.size(); place++) {
                read.add(cursor.key(place, keys.get(place).type()));
            }
            return read;
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static int compare(List<Comparable<?>> one, List<Comparable<?>> other) {
            int order = 0;
            for (int place = 0; order == 0 && place < one.size(); place++) {
                order = ((Comparable) one.get(place)).compareTo(other.get(place));
            }
            return order;
        }

        /** The page of all rows of the list. */
        public Page<R> page(Stream<R> rows) {
            List<Place<R>> found = rows.map(this::place)
                    .filter(place -> last.map(end -> order.compare(place.keys(), end) > 0)
                            .orElse(true))
                    .sorted(Comparator.comparing(Place::keys, order))
                    .limit(size + 1L)
                    .toList();
            return Page.of(found, size, place -> Cursor.of(list, place.keys().toArray()))
                    .map(Place::row);
        }

        private Place<R> place(R row) {
            List<Comparable<?>> made = new ArrayList<>();
            keys.forEach(key -> made.add(key.of().apply(row)));
            return new Place<>(row, made);
        }
    }
}
