package vn.quyche.core.directory.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.directory.Leavings.ItemState;
import vn.quyche.core.api.directory.Leavings.State;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.core.directory.internal.model.Direction;
import vn.quyche.core.directory.internal.model.HandoverCase;
import vn.quyche.core.directory.internal.model.HandoverItem;

/** Leavings, joinings and their checklists in the database. */
@Component(service = JpaHandoverStore.class)
public class JpaHandoverStore {

    private static final SortedList CASES = SortedList.of("directory.cases", "HandoverEntity l", "l.id", "-opened")
            .byId("opened")
            .by("day", "l.lastDay", LocalDate.class);

    private final JpaTemplate jpa;

    @Activate
    public JpaHandoverStore(@Reference(target = "(osgi.unit.name=directory)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    public void insert(HandoverCase leaving) {
        jpa.tx(em -> {
            HandoverEntity entity = new HandoverEntity();
            entity.id = leaving.id();
            fill(entity, leaving);
            em.persist(entity);
        });
    }

    public void update(HandoverCase leaving) {
        jpa.tx(em -> fill(em.find(HandoverEntity.class, leaving.id()), leaving));
    }

    public Optional<HandoverCase> find(String leavingId) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(HandoverEntity.class, leavingId)).map(JpaHandoverStore::leaving));
    }

    /** The case, locked until the transaction ends: two sides that confirm at once come one after the other. */
    public Optional<HandoverCase> lock(String leavingId) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(HandoverEntity.class, leavingId, LockModeType.PESSIMISTIC_WRITE))
                        .map(JpaHandoverStore::leaving));
    }

    /** The open case of a person. */
    public Optional<HandoverCase> openOf(Direction direction, String personId) {
        return jpa.txExpr(em -> em.createQuery(
                        "select l from HandoverEntity l where l.personId = :person and l.state = :open"
                                + " and l.direction = :direction"
                                + " order by l.id desc",
                        HandoverEntity.class)
                .setParameter("person", personId)
                .setParameter("direction", direction.name())
                .setParameter("open", State.OPEN.name())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(JpaHandoverStore::leaving));
    }

    /** Open cases whose last day is over and whose employment goes on, and closed ones of which nobody was told yet. */
    public List<HandoverCase> due(LocalDate today, int limit) {
        return jpa.txExpr(em -> em.createQuery(
                        "select l from HandoverEntity l where l.direction = :leaving"
                                + " and l.state <> :cancelled and l.leftTold = :no"
                                + " and l.lastDay < :today order by l.id desc",
                        HandoverEntity.class)
                .setParameter("leaving", Direction.LEAVING.name())
                .setParameter("cancelled", State.CANCELLED.name())
                // as a parameter: EclipseLink writes the literal as 0, which Derby does not take for a flag
                .setParameter("no", false)
                .setParameter("today", today)
                .setMaxResults(limit)
                .getResultStream()
                .map(JpaHandoverStore::leaving)
                .toList());
    }

    /**
     * Cases, newest first unless sorted otherwise.
     *
     * @param personId only those in which the person leaves or receives; empty for all
     * @param people only those of these people; empty for all
     */
    public Page<HandoverCase> list(
            Direction direction,
            Optional<State> state,
            Optional<String> personId,
            Optional<Set<String>> people,
            PageRequest page) {
        SortedList.Query wanted = CASES.query(page);
        return wanted.page(rows(wanted, direction, state, personId, people, wanted.limit()), HandoverEntity.class)
                .map(JpaHandoverStore::leaving);
    }

    /** The same, all of them at once: a school has some hundreds in its life. */
    public List<HandoverCase> all(
            Direction direction, Optional<State> state, Optional<String> personId, Optional<Set<String>> people) {
        return rows(CASES.query(PageRequest.first()), direction, state, personId, people, Integer.MAX_VALUE).stream()
                .map(row -> leaving((HandoverEntity) row[0]))
                .toList();
    }

    private List<Object[]> rows(
            SortedList.Query wanted,
            Direction direction,
            Optional<State> state,
            Optional<String> personId,
            Optional<Set<String>> people,
            int limit) {
        if (people.filter(Set::isEmpty).isPresent()) {
            return List.of();
        }
        wanted.and("l.direction = :direction", "direction", direction.name());
        state.ifPresent(one -> wanted.and("l.state = :state", "state", one.name()));
        personId.ifPresent(person -> wanted.and(
                "(l.personId = :person or l.receiverId = :person or exists (select i.id from HandoverItemEntity i"
                        + " where i.leavingId = l.id and i.receiverId = :person))",
                "person",
                person));
        people.ifPresent(ids -> wanted.and("l.personId in :people", "people", ids));
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> query = em.createQuery(wanted.jpql(), Object[].class);
            wanted.values().forEach(query::setParameter);
            return query.setMaxResults(limit).getResultList();
        });
    }

    public void insert(HandoverItem item) {
        jpa.tx(em -> {
            HandoverItemEntity entity = new HandoverItemEntity();
            entity.id = item.id();
            fill(entity, item);
            em.persist(entity);
        });
    }

    public void update(HandoverItem item) {
        jpa.tx(em -> fill(em.find(HandoverItemEntity.class, item.id()), item));
    }

    /** The items of a case in the order in which they were added. */
    public List<HandoverItem> items(String leavingId) {
        return jpa.txExpr(em -> em.createQuery(
                        "select i from HandoverItemEntity i where i.leavingId = :leaving order by i.id",
                        HandoverItemEntity.class)
                .setParameter("leaving", leavingId)
                .getResultStream()
                .map(JpaHandoverStore::item)
                .toList());
    }

    /** How many items are open, by case; cases without open ones are missing. */
    public Map<String, Integer> openItems(List<String> leavingIds) {
        if (leavingIds.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> em.createQuery(
                        "select i.leavingId, count(i) from HandoverItemEntity i where i.leavingId in :leavings"
                                + " and i.state = :open group by i.leavingId",
                        Object[].class)
                .setParameter("leavings", leavingIds)
                .setParameter("open", ItemState.OPEN.name())
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).intValue())));
    }

    private static HandoverCase leaving(HandoverEntity e) {
        return new HandoverCase(
                e.id,
                Direction.valueOf(e.direction),
                e.personId,
                e.reason,
                e.lastDay,
                e.decisionNumber,
                e.receiverId,
                State.valueOf(e.state),
                e.employmentEnded,
                e.leftTold,
                e.openedBy,
                Instant.ofEpochMilli(e.openedAt),
                Optional.ofNullable(e.closedAt).map(Instant::ofEpochMilli),
                e.closingReason);
    }

    private static void fill(HandoverEntity e, HandoverCase leaving) {
        e.direction = leaving.direction().name();
        e.personId = leaving.personId();
        e.reason = leaving.reason();
        e.lastDay = leaving.lastDay();
        e.decisionNumber = leaving.decisionNumber();
        e.receiverId = leaving.receiverId();
        e.state = leaving.state().name();
        e.employmentEnded = leaving.employmentEnded();
        e.leftTold = leaving.leftTold();
        e.openedBy = leaving.openedBy();
        e.openedAt = leaving.openedAt().toEpochMilli();
        e.closedAt = leaving.closedAt().map(Instant::toEpochMilli).orElse(null);
        e.closingReason = leaving.closingReason();
    }

    private static HandoverItem item(HandoverItemEntity e) {
        return new HandoverItem(
                e.id,
                e.leavingId,
                e.domain,
                e.itemKey,
                e.clause,
                e.title,
                e.link,
                e.receiverId,
                e.byItself,
                Optional.ofNullable(e.leaverConfirmedAt).map(Instant::ofEpochMilli),
                Optional.ofNullable(e.receiverConfirmedAt).map(Instant::ofEpochMilli),
                ItemState.valueOf(e.state));
    }

    private static void fill(HandoverItemEntity e, HandoverItem item) {
        e.leavingId = item.leavingId();
        e.domain = item.domain();
        e.itemKey = item.key();
        e.clause = item.clause();
        e.title = item.title();
        e.link = item.link();
        e.receiverId = item.receiverId();
        e.byItself = item.byItself();
        e.leaverConfirmedAt =
                item.leaverConfirmedAt().map(Instant::toEpochMilli).orElse(null);
        e.receiverConfirmedAt =
                item.receiverConfirmedAt().map(Instant::toEpochMilli).orElse(null);
        e.state = item.state().name();
    }
}
