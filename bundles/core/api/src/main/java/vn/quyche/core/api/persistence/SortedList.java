package vn.quyche.core.api.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Sort;
import vn.quyche.core.api.error.Invalid;

/**
 * A list of a store that is sorted by one of several columns and read by key, in JPQL: the one way from what a page is asked
 * for with to the query, and from its rows to the cursor of the page behind. Rows that are equal in the column follow each
 * other by their ids, so that none is shown twice or left out.
 *
 * <p>A list that grows with time takes only columns that have an index with the id behind them; Derby reads an index in one
 * direction only.
 */
public final class SortedList {

    private static final String LEFT_JOIN = " left join ";

    /**
     * What rows are compared by.
     *
     * @param expression in the query; never null
     * @param type {@code String}, {@code Long}, {@code Integer}, {@code LocalDate} or an enum, which goes by its names
     */
    public record Key(String expression, Class<?> type) {}

    /** Its keys, the id last, and what it joins to the list. */
    private record Column(List<Key> keys, String join, String on) {}

    private final String name;
    private final String from;
    private final Key id;
    private final String unless;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    private SortedList(String name, String from, Key id, String unless) {
        this.name = name;
        this.from = from;
        this.id = id;
        this.unless = unless;
    }

    /**
     * A list, without columns yet.
     *
     * @param name for example {@code security.tokens}, so that the cursor of another list is known as such
     * @param from the entity, for example {@code TokenEntity t}
     * @param id what tells its rows apart, for example {@code t.id}; a text
     * @param unless how it is sorted when nothing is asked for, for example {@code -created}
     */
    public static SortedList of(String name, String from, String id, String unless) {
        return of(name, from, new Key(id, String.class), unless);
    }

    /** The same, of rows that are told apart by a number or a day, or by that together with the keys of every column. */
    public static SortedList of(String name, String from, Key id, String unless) {
        return new SortedList(name, from, id, unless);
    }

    /** May be sorted by the id: by the time at which rows were made. */
    public SortedList byId(String column) {
        return by(column, id);
    }

    /**
     * May be sorted by a column.
     *
     * @param column its name at the doors
     * @param expression what is compared; never null
     * @param type as {@link Key} knows them
     */
    public SortedList by(String column, String expression, Class<?> type) {
        return by(column, new Key(expression, type));
    }

    /** May be sorted by a column of which many rows have the same: those follow each other by more keys before their ids. */
    public SortedList by(String column, Key... keys) {
        return joining(column, "", "", keys);
    }

    /**
     * The same by keys of another entity, which is joined for this column alone.
     *
     * @param entity for example {@code School s}
     * @param on what joins it, one of it to each row
     */
    public SortedList joining(String column, String entity, String on, Key... keys) {
        boolean byId = Arrays.stream(keys).anyMatch(key -> key.expression().equals(id.expression()));
        List<Key> all = byId
                ? List.of(keys)
                : Stream.concat(Arrays.stream(keys), Stream.of(id)).toList();
        columns.put(column, new Column(all, entity.isEmpty() ? "" : ", " + entity, on));
        return this;
    }

    /**
     * The query of a page.
     *
     * @throws Invalid {@code core.bad-sort} or {@code core.bad-cursor}
     */
    public Query query(PageRequest page) {
        Sort sort = Sort.of(page.sort(), unless, columns.keySet());
        return new Query(sort, columns.get(sort.column()), page);
    }

    /** The query of one page: conditions are added to it, it is run, and its rows become the page. */
    public final class Query {

        private final Sort sort;
        private final Column column;
        private final int size;
        private final List<String> conditions = new ArrayList<>();
        private String behind = "";
        private final Map<String, Object> values = new LinkedHashMap<>();

        private Query(Sort sort, Column column, PageRequest page) {
            this.sort = sort;
            this.column = column;
            this.size = page.size();
            if (!column.on().isEmpty()) {
                and(column.on());
            }
            page.after().ifPresent(this::goOn);
        }

        private void goOn(String cursor) {
            List<Key> keys = column.keys();
            Cursor last = Cursor.parse(list(), keys.size(), cursor);
            for (int place = 0; place < keys.size(); place++) {
                with(parameter(place), last.key(place, keys.get(place).type()));
            }
            behind = behind(0);
        }

        /** Behind the last row in the keys from a place on: further in the first, or equal in it and behind in the others. */
        private String behind(int place) {
            String key = column.keys().get(place).expression();
            String sign = sort.descending() ? " <" : " >";
            String last = " :" + parameter(place);
            String further = key + sign + last;
            if (place == column.keys().size() - 1) {
                return further;
            }
            // a condition that stands by itself has Derby make an inner join of a left one, and lose the rows without
            return from.contains(LEFT_JOIN)
                    ? "(" + further + " or " + key + " =" + last + " and " + behind(place + 1) + ")"
                    : key + sign + "=" + last + " and (" + further + " or " + behind(place + 1) + ")";
        }

        private static String parameter(int place) {
            return "last" + place;
        }

        /** Only rows for which a condition holds. */
        public Query and(String condition) {
            conditions.add(condition);
            return this;
        }

        /** Only rows for which a condition with one parameter holds. */
        public Query and(String condition, String parameter, Object value) {
            return and(condition).with(parameter, value);
        }

        /** What stands in the place of another parameter. */
        public Query with(String parameter, Object value) {
            values.put(parameter, value);
            return this;
        }

        /** Selects the entity, the keys and the id of each row; the place comes last, so that filters find their index. */
        public String jpql() {
            return select(from.substring(from.lastIndexOf(' ') + 1) + ", ");
        }

        /**
         * Selects the keys and the id of each row without the entity, for {@link #ids}: an index alone may answer that, where
         * Derby would rather sort a whole table than look up a page of it.
         */
        public String jpqlOfIds() {
            return select("");
        }

        private String select(String entity) {
            String where = Stream.concat(conditions.stream(), Stream.of(behind).filter(text -> !text.isEmpty()))
                    .collect(Collectors.joining(" and "));
            String down = sort.descending() ? " desc" : "";
            List<String> keys = column.keys().stream().map(Key::expression).toList();
            // a query of one expression would give it by itself, not in a row
            String selected = entity.isEmpty() && keys.size() == 1 ? id.expression() + ", " : entity;
            return "select " + selected + String.join(", ", keys) + " from " + from + column.join()
                    + (where.isEmpty() ? "" : " where " + where) + " order by "
                    + keys.stream().map(key -> key + down).collect(Collectors.joining(", "));
        }

        /** The column and the direction. */
        public Sort sort() {
            return sort;
        }

        /** What stands in the places of its parameters. */
        public Map<String, Object> values() {
            return values;
        }

        /** How many rows are read: one more than the page has. */
        public int limit() {
            return size + 1;
        }

        /** The page of the rows read. */
        public <E> Page<E> page(List<Object[]> rows, Class<E> entity) {
            return Page.of(rows, size, this::last).map(row -> entity.cast(row[0]));
        }

        /** The page of ids that {@link #jpqlOfIds} read. */
        public Page<String> pageOfIds(List<Object[]> rows) {
            return Page.of(rows, size, this::last).map(row -> (String) row[row.length - 1]);
        }

        /** The ids of the rows that {@link #jpqlOfIds} read, in their order, each with the cursor behind it. */
        public Map<String, String> ids(List<Object[]> rows) {
            Map<String, String> ids = new LinkedHashMap<>();
            rows.forEach(row -> ids.put((String) row[row.length - 1], last(row)));
            return ids;
        }

        /**
         * The cursor behind a row that was not read with this query.
         *
         * @param keys those of the {@link #sort} column, the id last
         */
        public String cursor(Object... keys) {
            return Cursor.of(list(), keys);
        }

        private String last(Object[] row) {
            return cursor(Arrays.copyOfRange(row, row.length - column.keys().size(), row.length));
        }

        private String list() {
            return name + "." + sort.word();
        }
    }
}
