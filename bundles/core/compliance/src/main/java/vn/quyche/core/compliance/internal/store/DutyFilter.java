package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.util.Optional;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;

/** The conditions of a list of duties; the equalities come first, so that an index gives the rows in due order. */
final class DutyFilter {

    private DutyFilter() {}

    static void add(SortedList.Query wanted, Duties.Query query, Instant now) {
        query.personId().ifPresent(person -> wanted.and("d.personId = :person", "person", person));
        query.domain()
                .filter(start -> !start.isEmpty())
                .ifPresent(start -> wanted.and("d.domain = :domain", "domain", JpaDutyStore.domainOf(start))
                        .and("d.kind like :kind escape '!'", "kind", Like.starting(start)));
        Optional<Duty.State> state = query.lateOnly() ? Optional.of(Duty.State.OPEN) : query.state();
        state.ifPresent(one -> wanted.and("d.state = :state", "state", one.name()));
        if (query.lateOnly()) {
            wanted.and("d.dueAt < :now", "now", now.toEpochMilli());
        }
        query.dueFrom().ifPresent(from -> wanted.and("d.dueAt >= :from", "from", from.toEpochMilli()));
        query.dueTo().ifPresent(to -> wanted.and("d.dueAt < :to", "to", to.toEpochMilli()));
    }
}
