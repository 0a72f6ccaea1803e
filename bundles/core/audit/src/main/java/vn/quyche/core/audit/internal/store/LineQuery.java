package vn.quyche.core.audit.internal.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import vn.quyche.core.api.audit.AuditLine.Outcome;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.audit.internal.model.Line;

/** The conditions of a list, so that each filter finds its index; {@code l} is the line. */
final class LineQuery {

    /** How far the clocks that made an id and its time may be apart. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    private final String from;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private LineQuery(String from) {
        this.from = from;
    }

    /** The lines of a query, with all that stands in them. */
    static LineQuery lines(AuditTrail.Query query) {
        LineQuery lines = new LineQuery("LineEntity l").person(query);
        query.action().ifPresent(lines::action);
        query.outcome().ifPresent(outcome -> lines.add("l.outcome = :outcome", "outcome", outcome.name()));
        return lines.rest(query);
    }

    /** Where the ids of a query's lines are found: refused attempts have rows of their own, and indexes over those. */
    static LineQuery keys(AuditTrail.Query query) {
        LineQuery keys = keysOfPerson(query);
        query.action().ifPresent(keys::action);
        return keys.rest(query);
    }

    /** The same with another action. */
    static LineQuery ofAction(AuditTrail.Query query, String action) {
        return keysOfPerson(query).action(action).rest(query);
    }

    /** The same with a type of the thing. */
    static LineQuery ofType(AuditTrail.Query query, String type) {
        return keys(query).add("l.subjectType = :subjectType", "subjectType", type);
    }

    /** The lines of the query's person, or of all, in the domain of its action, behind an action. */
    static LineQuery actionsBehind(AuditTrail.Query query, String last) {
        return keysOfPerson(query)
                .add("l.domain = :domain", "domain", Line.domain(query.action().orElseThrow()))
                .add("l.action > :last", "last", last);
    }

    /** The lines of the query's thing behind a type. */
    static LineQuery typesBehind(AuditTrail.Query query, String last) {
        return table(query)
                .add("l.subjectId = :subjectId", "subjectId", query.subjectId().orElseThrow())
                .add("l.subjectType > :last", "last", last);
    }

    private static LineQuery table(AuditTrail.Query query) {
        return new LineQuery(query.outcome().equals(Optional.of(Outcome.REFUSED)) ? "RefusedEntity l" : "LineEntity l");
    }

    private static LineQuery keysOfPerson(AuditTrail.Query query) {
        LineQuery keys = table(query).person(query);
        query.outcome()
                .filter(outcome -> outcome != Outcome.REFUSED)
                .ifPresent(outcome -> keys.add("l.outcome = :outcome", "outcome", outcome.name()));
        return keys;
    }

    /** Whether each type of a thing is looked for by itself: things have mostly one, and the index has it before the id. */
    static boolean byType(AuditTrail.Query query) {
        return query.subjectId().isPresent() && query.subjectType().isEmpty();
    }

    /**
     * Whether each action is looked for by itself: for the part of a name below its domain, such as {@code group.directive.},
     * and for a person's acts in a domain. Both have an index by action only.
     */
    static boolean byAction(AuditTrail.Query query) {
        return query.action()
                .filter(action -> action.endsWith("."))
                .filter(action -> query.person().isPresent() || action.indexOf('.') < action.length() - 1)
                .isPresent();
    }

    private LineQuery person(AuditTrail.Query query) {
        query.person().ifPresent(person -> add("l.personId = :person", "person", person));
        return this;
    }

    private LineQuery action(String action) {
        add("l.domain = :domain", "domain", Line.domain(action));
        if (!action.endsWith(".")) {
            add("l.action = :action", "action", action);
        } else if (action.indexOf('.') < action.length() - 1) {
            add("locate(:action, l.action) = 1", "action", action);
        }
        return this;
    }

    private LineQuery rest(AuditTrail.Query query) {
        query.subjectId().ifPresent(id -> add("l.subjectId = :subjectId", "subjectId", id));
        query.subjectType().ifPresent(type -> add("l.subjectType = :subjectType", "subjectType", type));
        query.from().ifPresent(from -> {
            add("l.id >= :firstId", "firstId", UlidTime.lowest(from.minus(SLACK)));
            add("l.atMs >= :fromMs", "fromMs", from.toEpochMilli());
        });
        query.to().ifPresent(to -> {
            add("l.id < :lastId", "lastId", UlidTime.lowest(to.plus(SLACK)));
            add("l.atMs < :toMs", "toMs", to.toEpochMilli());
        });
        return this;
    }

    LineQuery add(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
        return this;
    }

    /** Selects of the lines that match. */
    <T> TypedQuery<T> select(EntityManager em, String what, String order, Class<T> type) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<T> query = em.createQuery("select " + what + " from " + from + where + " order by " + order, type);
        values.forEach(query::setParameter);
        return query;
    }
}
