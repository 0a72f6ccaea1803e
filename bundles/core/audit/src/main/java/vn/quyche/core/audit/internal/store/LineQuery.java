package vn.quyche.core.audit.internal.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.Query;
import vn.quyche.core.api.audit.AuditTrail;

/** The conditions of a list, so that each filter finds its index. */
final class LineQuery {

    /** How far the clocks that made an id and its time may be apart. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    LineQuery(AuditTrail.Query query) {
        this(query, query.action());
    }

    /** The same with another action. */
    LineQuery(AuditTrail.Query query, String action) {
        this(query, Optional.of(action));
    }

    private LineQuery(AuditTrail.Query query, Optional<String> action) {
        query.person().ifPresent(person -> add("l.personId = :person", "person", person));
        action.ifPresent(this::action);
        query.subjectId().ifPresent(id -> add("l.subjectId = :subjectId", "subjectId", id));
        query.subjectType().ifPresent(type -> add("l.subjectType = :subjectType", "subjectType", type));
        query.outcome().ifPresent(outcome -> add("l.outcome = :outcome", "outcome", outcome.name()));
        query.from().ifPresent(from -> {
            add("l.id >= :firstId", "firstId", UlidTime.lowest(from.minus(SLACK)));
            add("l.atMs >= :fromMs", "fromMs", from.toEpochMilli());
        });
        query.to().ifPresent(to -> {
            add("l.id < :lastId", "lastId", UlidTime.lowest(to.plus(SLACK)));
            add("l.atMs < :toMs", "toMs", to.toEpochMilli());
        });
    }

    /** Whether an action is the part of a name below its domain, such as {@code group.directive.}: many actions, maybe. */
    static boolean isPart(String action) {
        return action.endsWith(".") && action.indexOf('.') < action.length() - 1;
    }

    private void action(String action) {
        if (!action.endsWith(".")) {
            add("l.action = :action", "action", action);
            return;
        }
        add("l.domain = :domain", "domain", action.substring(0, action.indexOf('.')));
        if (isPart(action)) {
            add("locate(:action, l.action) = 1", "action", action);
        }
    }

    LineQuery add(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
        return this;
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    <Q extends Query> Q fill(Q query) {
        values.forEach(query::setParameter);
        return query;
    }
}
