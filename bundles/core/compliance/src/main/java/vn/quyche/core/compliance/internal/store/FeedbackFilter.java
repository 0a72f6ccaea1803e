package vn.quyche.core.compliance.internal.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.compliance.internal.model.FeedbackOrder;
import vn.quyche.core.compliance.internal.model.FeedbackQuery;

/** The condition and the order of a list of opinions. */
record FeedbackFilter(String jpql, Map<String, Object> values) {

    private static final String LIST = "compliance.feedback.";

    static FeedbackFilter of(FeedbackQuery query, Optional<String> author, Optional<String> after) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        author.ifPresent(person -> {
            conditions.add("f.authorId = :author");
            values.put("author", person);
        });
        query.regulationId().ifPresent(regulation -> {
            conditions.add("f.regulationId = :regulation");
            values.put("regulation", regulation);
        });
        query.articleKey().ifPresent(article -> {
            conditions.add("f.articleKey = :article");
            values.put("article", article);
        });
        query.state().ifPresent(state -> {
            conditions.add("f.state = :state");
            values.put("state", state.name());
        });
        query.text().map(VietnameseText::fold).filter(text -> !text.isEmpty()).ifPresent(text -> {
            conditions.add("f.searchText like :text escape '!'");
            values.put("text", Like.containing(text));
        });
        FeedbackOrder order = query.order();
        String column = column(order);
        String sign = order.descending() ? "<" : ">";
        after.map(cursor -> Cursor.parse(list(order), 2, cursor)).ifPresent(last -> {
            conditions.add(
                    "f.%1$s %2$s= :lastKey and (f.%1$s %2$s :lastKey or f.id %2$s :lastId)".formatted(column, sign));
            values.put("lastKey", number(order) ? (Object) last.number(0) : last.text(0));
            values.put("lastId", last.text(1));
        });
        String direction = order.descending() ? " desc" : "";
        return new FeedbackFilter(
                "select f from FeedbackEntity f"
                        + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                        + " order by f." + column + direction + ", f.id" + direction,
                values);
    }

    /** The cursor behind a row. */
    static String cursor(FeedbackOrder order, FeedbackEntity row) {
        Object key = switch (order.by()) {
            case GIVEN -> row.givenAt;
            case DUE -> row.dueAt;
            case PLACE -> row.placeKey;
            case AUTHOR -> row.authorKey;
        };
        return Cursor.of(list(order), key, row.id);
    }

    private static String column(FeedbackOrder order) {
        return switch (order.by()) {
            case GIVEN -> "givenAt";
            case DUE -> "dueAt";
            case PLACE -> "placeKey";
            case AUTHOR -> "authorKey";
        };
    }

    private static boolean number(FeedbackOrder order) {
        return order.by() == FeedbackOrder.Column.GIVEN || order.by() == FeedbackOrder.Column.DUE;
    }

    private static String list(FeedbackOrder order) {
        return LIST + order.by() + (order.descending() ? "-" : "");
    }
}
