package vn.quyche.core.api.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
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

    private record Column(String expression, Class<?> type) {}

    private final String name;
    private final String from;
    private final String id;
    private final String unless;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    private SortedList(String name, String from, String id, String unless) {
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
     * @param id what tells its rows apart, for example {@code t.id}; a text, unless the list goes by nothing else
     * @param unless how it is sorted when nothing is asked for, for example {@code -created}
     */
    public static SortedList of(String name, String from, String id, String unless) {
        return new SortedList(name, from, id, unless);
    }

    /** May be sorted by the id: by the time at which rows were made. */
    public SortedList byId(String column) {
        return by(column, id, String.class);
    }

    /**
     * May be sorted by a column.
     *
     * @param column its name at the doors
     * @param expression what is compared; never null
     * @param type {@code String}, {@code Long}, {@code Integer} or {@code LocalDate}
     */
    public SortedList by(String column, String expression, Class<?> type) {
        columns.put(column, new Column(expression, type));
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
            page.after().ifPresent(this::behind);
        }

        private void behind(String cursor) {
            Cursor last = Cursor.parse(list(), 2, cursor);
            String sign = sort.descending() ? "<" : ">";
            with("lastKey", key(last));
            if (column.expression().equals(id)) {
                behind = id + " " + sign + " :lastKey";
            } else {
                behind = "%1$s %2$s= :lastKey and (%1$s %2$s :lastKey or %3$s %2$s :lastId)"
                        .formatted(column.expression(), sign, id);
                with("lastId", last.text(1));
            }
        }

        private Object key(Cursor last) {
            if (column.type() == LocalDate.class) {
                return last.day(0);
            }
            if (column.type() == Integer.class) {
                return last.integer(0);
            }
            return column.type() == Long.class ? (Object) last.number(0) : last.text(0);
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

        /** Selects the entity, the key and the id of each row; the place comes last, so that filters find their index. */
        public String jpql() {
            String where = Stream.concat(conditions.stream(), Stream.of(behind).filter(text -> !text.isEmpty()))
                    .collect(Collectors.joining(" and "));
            String down = sort.descending() ? " desc" : "";
            String byColumn = column.expression().equals(id) ? "" : column.expression() + down + ", ";
            return "select " + from.substring(from.lastIndexOf(' ') + 1) + ", " + column.expression() + ", " + id
                    + " from " + from + (where.isEmpty() ? "" : " where " + where) + " order by " + byColumn + id
                    + down;
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
            return Page.of(rows, size, row -> Cursor.of(list(), row[1], row[2])).map(row -> entity.cast(row[0]));
        }

        private String list() {
            return name + "." + sort.word();
        }
    }
}
