package vn.quyche.district.internal.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Sort;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.persistence.Cursor;

/**
 * The columns by which a list of the district may be sorted, each with further keys for rows that are alike in it: groups by
 * their school are by name within a school. The {@link Order} that a page asks for writes the query and the cursor behind its
 * rows. All keys go in one direction, so that one index serves both.
 *
 * @param <R> a row
 */
final class Sorting<R> {

    private final String list;
    private final String usual;
    private final Key<R> last;
    private final Map<String, List<Key<R>>> columns = new LinkedHashMap<>();

    private Sorting(String list, String usual, Key<R> last) {
        this.list = list;
        this.usual = usual;
        this.last = last;
    }

    /**
     * What rows are compared by.
     *
     * @param jpql the expression in the query; never null, for nothing comes behind null
     * @param of the same of a row that was read
     * @param read the value for the query from a cursor
     * @param <R> a row
     */
    record Key<R>(String jpql, Function<R, Object> of, BiFunction<Cursor, Integer, Object> read) {

        /** A text; compared by its characters, thus a sort key. */
        static <R> Key<R> text(String jpql, Function<R, String> of) {
            return new Key<>(jpql, of::apply, Cursor::text);
        }

        /** A {@code long}, such as a moment in milliseconds. */
        static <R> Key<R> number(String jpql, ToLongFunction<R> of) {
            return new Key<>(jpql, of::applyAsLong, Cursor::number);
        }

        /** An {@code int}. */
        static <R> Key<R> count(String jpql, ToIntFunction<R> of) {
            return new Key<>(jpql, of::applyAsInt, Cursor::integer);
        }

        /** A day. */
        static <R> Key<R> day(String jpql, Function<R, LocalDate> of) {
            return new Key<>(jpql, of::apply, Cursor::day);
        }
    }

    /**
     * A list without columns yet.
     *
     * @param list its name in cursors, for example {@code messenger.chats}
     * @param usual how it is sorted when nobody asks, for example {@code -created}
     * @param last what ends every order and differs in every row
     */
    static <R> Sorting<R> of(String list, String usual, Key<R> last) {
        return new Sorting<>(list, usual, last);
    }

    /**
     * The same with a column.
     *
     * @param keys what its rows are compared by, before the last key; none for that alone
     */
    @SafeVarargs
    final Sorting<R> column(String name, Key<R>... keys) {
        Sorting<R> more = new Sorting<>(list, usual, last);
        more.columns.putAll(columns);
        List<Key<R>> all = new ArrayList<>();
        for (Key<R> key : keys) {
            all.add(key);
        }
        all.add(last);
        more.columns.put(name, List.copyOf(all));
        return more;
    }

    /**
     * The order in which a page is asked for.
     *
     * @throws Invalid {@code core.bad-sort}, with the columns there are
     */
    Order<R> of(PageRequest page) {
        Sort sort = Sort.of(page.sort(), usual, columns.keySet());
        return new Order<>(list + "." + sort.word(), sort, columns.get(sort.column()), page);
    }

    /**
     * A page in one of the orders.
     *
     * @param list the list and the order, as cursors have them: the cursor of another order is none of this
     * @param sort the column and the direction
     * @param keys what is compared, one after the other
     * @param page the page
     * @param <R> a row
     */
    record Order<R>(String list, Sort sort, List<Key<R>> keys, PageRequest page) {

        private static final String PARAMETER = "sorted";

        /**
         * The end of the query: the condition for the rows behind the page before, and the order.
         *
         * @param parameters of the query, to which those of the condition are added
         * @throws Invalid {@code core.bad-cursor}
         */
        String after(Map<String, Object> parameters) {
            StringBuilder jpql = new StringBuilder();
            page.after()
                    .ifPresent(text ->
                            jpql.append(" and ").append(behind(Cursor.parse(list, keys.size(), text), parameters)));
            return jpql.append(orderBy()).toString();
        }

        private String behind(Cursor cursor, Map<String, Object> parameters) {
            String beyond = sort.descending() ? " < :" : " > :";
            String condition = "";
            for (int place = keys.size() - 1; place >= 0; place--) {
                Key<R> key = keys.get(place);
                String name = PARAMETER + place;
                parameters.put(name, key.read().apply(cursor, place));
                String further = key.jpql() + beyond + name;
                condition = condition.isEmpty()
                        ? further
                        : "(" + further + " or (" + key.jpql() + " = :" + name + " and " + condition + "))";
            }
            return condition;
        }

        /** The order alone. */
        String orderBy() {
            StringBuilder jpql = new StringBuilder(" order by ");
            for (int place = 0; place < keys.size(); place++) {
                jpql.append(place == 0 ? "" : ", ")
                        .append(keys.get(place).jpql())
                        .append(sort.descending() ? " desc" : "");
            }
            return jpql.toString();
        }

        /** How many rows are read: one more than the page has. */
        int limit() {
            return page.size() + 1;
        }

        /** The page of the rows read. */
        Page<R> page(List<R> rows) {
            return Page.of(rows, page.size(), this::cursor);
        }

        /** The cursor behind a row. */
        String cursor(R row) {
            return Cursor.of(list, keys.stream().map(key -> key.of().apply(row)).toArray());
        }
    }
}
