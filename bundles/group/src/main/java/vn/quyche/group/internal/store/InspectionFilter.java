package vn.quyche.group.internal.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.group.api.inspection.Inspection;
import vn.quyche.group.api.inspection.Inspections;

/** The condition and the order of a list of reports. */
record InspectionFilter(String jpql, Map<String, Object> values) {

    private static final String LIST = "group.inspections.";
    private static final long FIRST_DAY = -700_000;
    private static final long LAST_DAY = 2_000_000;

    /**
     * @param groups only reports on these groups, at least one
     * @param signedOnly only signed ones
     */
    static InspectionFilter of(
            Inspections.Query query, Collection<String> groups, boolean signedOnly, Optional<String> after) {
        List<String> conditions = new ArrayList<>(List.of("i.groupId in :groups"));
        Map<String, Object> values = new HashMap<>(Map.of("groups", groups));
        query.groupId().ifPresent(group -> {
            conditions.add("i.groupId = :group");
            values.put("group", group);
        });
        query.state().ifPresent(state -> {
            conditions.add("i.state = :state");
            values.put("state", state);
        });
        if (signedOnly) {
            conditions.add("i.state = :signed");
            values.put("signed", Inspection.State.SIGNED);
        }
        query.text().map(VietnameseText::fold).filter(text -> !text.isEmpty()).ifPresent(text -> {
            conditions.add("i.searchText like :text escape '!'");
            values.put("text", Like.containing(text));
        });
        if (query.openOnly()) {
            conditions.add("exists (select f.id from InspectionFinding f where f.inspectionId = i.id"
                    + " and f.remediedAt is null)");
        }
        Inspections.Order order = query.order();
        String column = column(order);
        String sign = order.descending() ? "<" : ">";
        after.map(text -> Cursor.parse(list(order), 2, text)).ifPresent(last -> {
            conditions.add(
                    "i.%1$s %2$s= :lastKey and (i.%1$s %2$s :lastKey or i.id %2$s :lastId)".formatted(column, sign));
            values.put("lastKey", key(order, last));
            values.put("lastId", last.text(1));
        });
        String direction = order.descending() ? " desc" : "";
        return new InspectionFilter(
                "select i from Inspection i where " + String.join(" and ", conditions) + " order by i." + column
                        + direction + ", i.id" + direction,
                values);
    }

    /** The cursor behind a row. */
    static String cursor(Inspections.Order order, Inspection row) {
        Object key = switch (order.by()) {
            case MADE -> row.madeAt().toEpochMilli();
            case PERIOD -> row.to().toEpochDay();
            case GROUP -> VietnameseText.sortKey(row.groupName());
        };
        return Cursor.of(list(order), key, row.id());
    }

    private static Object key(Inspections.Order order, Cursor last) {
        return switch (order.by()) {
            case MADE -> last.number(0);
            case PERIOD -> LocalDate.ofEpochDay(Math.max(FIRST_DAY, Math.min(LAST_DAY, last.number(0))));
            case GROUP -> last.text(0);
        };
    }

    private static String column(Inspections.Order order) {
        return switch (order.by()) {
            case MADE -> "madeAt";
            case PERIOD -> "lastDay";
            case GROUP -> "groupSort";
        };
    }

    private static String list(Inspections.Order order) {
        return LIST + order.by() + (order.descending() ? "-" : "");
    }
}
