package vn.quyche.core.directory.internal.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The row of headings of a staff list.
 *
 * @param row its number in the sheet, 1 is the first; the second one when the headings fill two rows
 * @param columns where what stands, places from 0
 * @param ignored headings that mean nothing to us
 */
public record StaffHeader(int row, Map<StaffColumn, Integer> columns, List<String> ignored) {

    /** Titles and merged cells may stand above; further down nobody looks. */
    public static final int LOOK_AT_ROWS = 12;

    private static final int LEAST_COLUMNS = 2;

    public StaffHeader {
        columns = Map.copyOf(columns);
        ignored = List.copyOf(ignored);
    }

    /** A row of the sheet. */
    public record Line(int number, List<String> cells) {}

    /**
     * Finds the headings among the first rows of a sheet.
     *
     * @return the row that names most columns, the name of the person among them; empty when there is none
     */
    public static Optional<StaffHeader> find(List<Line> firstRows) {
        StaffHeader best = null;
        for (int i = 0; i < firstRows.size(); i++) {
            StaffHeader header = read(firstRows.get(i));
            if (i + 1 < firstRows.size()) {
                header = header.withSecondRow(firstRows.get(i + 1));
            }
            if (header.complete() && (best == null || header.columns.size() > best.columns.size())) {
                best = header;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What the best row lacks to be a row of headings; for the message when {@link #find} finds none. */
    public static Set<StaffColumn> missing(List<Line> firstRows) {
        Set<StaffColumn> missing = EnumSet.of(StaffColumn.FULL_NAME, StaffColumn.BIRTH_DATE, StaffColumn.STAFF_CODE);
        firstRows.stream()
                .map(StaffHeader::read)
                .max((a, b) -> Integer.compare(a.columns.size(), b.columns.size()))
                .ifPresent(best -> missing.removeAll(best.columns.keySet()));
        return missing;
    }

    /** The text under a column, empty when the row or the file has none. */
    public String cell(List<String> cells, StaffColumn column) {
        Integer place = columns.get(column);
        return place == null || place >= cells.size() ? "" : cells.get(place);
    }

    /** The header without columns that the caller must not read; they are told as ignored. */
    public StaffHeader without(Set<StaffColumn> hidden) {
        Map<StaffColumn, Integer> kept = new EnumMap<>(StaffColumn.class);
        List<String> left = new ArrayList<>(ignored);
        columns.forEach((column, place) -> {
            if (hidden.contains(column)) {
                left.add(column.name());
            } else {
                kept.put(column, place);
            }
        });
        return new StaffHeader(row, kept, left);
    }

    private boolean complete() {
        boolean named = columns.containsKey(StaffColumn.FULL_NAME)
                || columns.containsKey(StaffColumn.FAMILY_NAME) && columns.containsKey(StaffColumn.GIVEN_NAME);
        return named && columns.size() >= LEAST_COLUMNS;
    }

    private static StaffHeader read(Line line) {
        Map<StaffColumn, Integer> columns = new EnumMap<>(StaffColumn.class);
        for (StaffColumn.Fit wanted : List.of(StaffColumn.Fit.EXACT, StaffColumn.Fit.BEGINS)) {
            for (int place = 0; place < line.cells().size(); place++) {
                if (!columns.containsValue(place)) {
                    take(columns, line.cells().get(place), place, wanted);
                }
            }
        }
        List<String> ignored = new ArrayList<>();
        for (int place = 0; place < line.cells().size(); place++) {
            String heading = line.cells().get(place).strip();
            if (!heading.isEmpty() && !columns.containsValue(place)) {
                ignored.add(heading.length() > 60 ? heading.substring(0, 60) : heading);
            }
        }
        return new StaffHeader(line.number(), columns, ignored);
    }

    private static void take(Map<StaffColumn, Integer> columns, String heading, int place, StaffColumn.Fit wanted) {
        for (StaffColumn column : StaffColumn.values()) {
            if (!columns.containsKey(column) && column.fit(heading) == wanted) {
                columns.put(column, place);
                return;
            }
        }
    }

    /**
     * Headings over two rows: what is merged downwards stands in the first, what shares a common heading in the second.
     * A second row that fills the place of the name is data.
     */
    private StaffHeader withSecondRow(Line second) {
        Integer name = columns.getOrDefault(StaffColumn.FULL_NAME, columns.get(StaffColumn.FAMILY_NAME));
        if (name == null
                || name < second.cells().size() && !second.cells().get(name).isBlank()) {
            return this;
        }
        Map<StaffColumn, Integer> both = new EnumMap<>(StaffColumn.class);
        both.putAll(columns);
        for (int place = 0; place < second.cells().size(); place++) {
            String heading = second.cells().get(place);
            int here = place;
            if (!both.containsValue(here)) {
                StaffColumn.exactly(heading).filter(c -> !both.containsKey(c)).ifPresent(c -> both.put(c, here));
            }
        }
        return both.size() == columns.size() ? this : new StaffHeader(second.number(), both, ignored);
    }
}
