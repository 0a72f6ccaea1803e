package vn.quyche.core.directory.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.directory.DepartureReason;
import vn.quyche.core.api.directory.Leavings.ItemState;
import vn.quyche.core.api.directory.Leavings.State;
import vn.quyche.core.directory.internal.model.LeavingCase;
import vn.quyche.core.directory.internal.model.LeavingItem;

/** Leavings and their checklists in the database. */
@Component(service = JpaLeavingStore.class)
public class JpaLeavingStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaLeavingStore(@Reference(target = "(osgi.unit.name=directory)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    public void insert(LeavingCase leaving) {
        jpa.tx(em -> {
            LeavingEntity entity = new LeavingEntity();
            entity.id = leaving.id();
            fill(entity, leaving);
            em.persist(entity);
        });
    }

    public void update(LeavingCase leaving) {
        jpa.tx(em -> fill(em.find(LeavingEntity.class, leaving.id()), leaving));
    }

    public Optional<LeavingCase> find(String leavingId) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(LeavingEntity.class, leavingId)).map(JpaLeavingStore::leaving));
    }

    /** The case, locked until the transaction ends: two sides that confirm at once come one after the other. */
    public Optional<LeavingCase> lock(String leavingId) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(LeavingEntity.class, leavingId, LockModeType.PESSIMISTIC_WRITE))
                        .map(JpaLeavingStore::leaving));
    }

    /** The open case of a person. */
    public Optional<LeavingCase> openOf(String personId) {
        return jpa.txExpr(em -> em.createQuery(
                        "select l from LeavingEntity l where l.personId = :person and l.state = :open"
                                + " order by l.id desc",
                        LeavingEntity.class)
                .setParameter("person", personId)
                .setParameter("open", State.OPEN.name())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(JpaLeavingStore::leaving));
    }

    /** Open cases whose last day is over and whose employment goes on, and closed ones of which nobody was told yet. */
    public List<LeavingCase> due(LocalDate today, int limit) {
        return jpa.txExpr(em -> em.createQuery(
                        "select l from LeavingEntity l where l.state <> :cancelled and l.leftTold = :no"
                                + " and l.lastDay < :today order by l.id desc",
                        LeavingEntity.class)
                .setParameter("cancelled", State.CANCELLED.name())
                // as a parameter: EclipseLink writes the literal as 0, which Derby does not take for a flag
                .setParameter("no", false)
                .setParameter("today", today)
                .setMaxResults(limit)
                .getResultStream()
                .map(JpaLeavingStore::leaving)
                .toList());
    }

    /**
     * Cases, newest first.
     *
     * @param personId only those in which the person leaves or receives; empty for all
     */
    public Page<LeavingCase> list(Optional<State> state, Optional<String> personId, PageRequest page) {
        return jpa.txExpr(em -> {
            StringBuilder where = new StringBuilder("l.id < :after");
            state.ifPresent(s -> where.append(" and l.state = :state"));
            personId.ifPresent(p -> where.append(" and (l.personId = :person or l.receiverId = :person or exists")
                    .append(" (select i.id from LeavingItemEntity i")
                    .append(" where i.leavingId = l.id and i.receiverId = :person))"));
            TypedQuery<LeavingEntity> query = em.createQuery(
                    "select l from LeavingEntity l where " + where + " order by l.id desc", LeavingEntity.class);
            query.setParameter("after", page.afterId().orElse("~"));
            state.ifPresent(s -> query.setParameter("state", s.name()));
            personId.ifPresent(p -> query.setParameter("person", p));
            query.setMaxResults(page.size() + 1);
            return Page.of(query.getResultList(), page.size(), l -> l.id).map(JpaLeavingStore::leaving);
        });
    }

    public void insert(LeavingItem item) {
        jpa.tx(em -> {
            LeavingItemEntity entity = new LeavingItemEntity();
            entity.id = item.id();
            fill(entity, item);
            em.persist(entity);
        });
    }

    public void update(LeavingItem item) {
        jpa.tx(em -> fill(em.find(LeavingItemEntity.class, item.id()), item));
    }

    /** The items of a case in the order in which they were added. */
    public List<LeavingItem> items(String leavingId) {
        return jpa.txExpr(em -> em.createQuery(
                        "select i from LeavingItemEntity i where i.leavingId = :leaving order by i.id",
                        LeavingItemEntity.class)
                .setParameter("leaving", leavingId)
                .getResultStream()
                .map(JpaLeavingStore::item)
                .toList());
    }

    /** How many items are open, by case; cases without open ones are missing. */
    public Map<String, Integer> openItems(List<String> leavingIds) {
        if (leavingIds.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> em.createQuery(
                        "select i.leavingId, count(i) from LeavingItemEntity i where i.leavingId in :leavings"
                                + " and i.state = :open group by i.leavingId",
                        Object[].class)
                .setParameter("leavings", leavingIds)
                .setParameter("open", ItemState.OPEN.name())
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).intValue())));
    }

    private static LeavingCase leaving(LeavingEntity e) {
        return new LeavingCase(
                e.id,
                e.personId,
                DepartureReason.valueOf(e.reason),
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

    private static void fill(LeavingEntity e, LeavingCase leaving) {
        e.personId = leaving.personId();
        e.reason = leaving.reason().name();
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

    private static LeavingItem item(LeavingItemEntity e) {
        return new LeavingItem(
                e.id,
                e.leavingId,
                e.domain,
                e.itemKey,
                e.clause,
                e.title,
                e.link,
                e.receiverId,
                Optional.ofNullable(e.leaverConfirmedAt).map(Instant::ofEpochMilli),
                Optional.ofNullable(e.receiverConfirmedAt).map(Instant::ofEpochMilli),
                ItemState.valueOf(e.state));
    }

    private static void fill(LeavingItemEntity e, LeavingItem item) {
        e.leavingId = item.leavingId();
        e.domain = item.domain();
        e.itemKey = item.key();
        e.clause = item.clause();
        e.title = item.title();
        e.link = item.link();
        e.receiverId = item.receiverId();
        e.leaverConfirmedAt =
                item.leaverConfirmedAt().map(Instant::toEpochMilli).orElse(null);
        e.receiverConfirmedAt =
                item.receiverConfirmedAt().map(Instant::toEpochMilli).orElse(null);
        e.state = item.state().name();
    }
}
