package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.persistence.Like;

/** The condition of a list of duties; the equalities come first, so that an index gives the rows in due order. */
record DutyFilter(String where, Map<String, Object> values) {

    static DutyFilter of(Duties.Query query, Instant now, Optional<String> after) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        query.personId().ifPresent(person -> {
            conditions.add("d.personId = :person");
            values.put("person", person);
        });
        query.domain().filter(start -> !start.isEmpty()).ifPresent(start -> {
            conditions.add("d.domain = :domain");
            values.put("domain", JpaDutyStore.domainOf(start));
            conditions.add("d.kind like :kind escape '!'");
            values.put("kind", Like.starting(start));
        });
        Optional<Duty.State> state = query.lateOnly() ? Optional.of(Duty.State.OPEN) : query.state();
        state.ifPresent(wanted -> {
            conditions.add("d.state = :state");
            values.put("state", wanted.name());
        });
        if (query.lateOnly()) {
            conditions.add("d.dueAt < :now");
            values.put("now", now.toEpochMilli());
        }
        query.dueFrom().ifPresent(from -> {
            conditions.add("d.dueAt >= :from");
            values.put("from", from.toEpochMilli());
        });
        query.dueTo().ifPresent(to -> {
            conditions.add("d.dueAt < :to");
            values.put("to", to.toEpochMilli());
        });
        after.map(JpaDutyStore::place).ifPresent(last -> {
            conditions.add("d.dueAt >= :lastDue and (d.dueAt > :lastDue or d.id > :lastId)");
            values.put("lastDue", last.number(0));
            values.put("lastId", last.text(1));
        });
        return new DutyFilter(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions), values);
    }
}
