package vn.quyche.group.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.group.api.members.GroupDelegations;
import vn.quyche.group.api.members.HandedOperation;
import vn.quyche.group.api.members.HandedOperation.State;
import vn.quyche.group.internal.model.RoleHolders;

/** Operations that leaders handed to members, in JPA. */
@Component(service = JpaHandedStore.class)
public final class JpaHandedStore implements RoleHolders.Handed {

    private static final SortedList LIST =
            SortedList.of("group.handed", "HandedOperation h", "h.id", "-given").byId("given");

    private final JpaTemplate jpa;

    @Activate
    public JpaHandedStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a new one. */
    public void insert(HandedOperation handed) {
        jpa.tx(em -> {
            HandedEntity entity = new HandedEntity();
            entity.id = handed.id();
            entity.groupId = handed.groupId();
            entity.groupName = handed.groupName();
            entity.operation = handed.operation();
            entity.fromPersonId = handed.fromPersonId();
            entity.fromName = handed.fromName();
            entity.toPersonId = handed.toPersonId();
            entity.toName = handed.toName();
            entity.first = handed.from();
            entity.last = handed.to();
            entity.reason = handed.reason();
            entity.givenAt = handed.givenAt().toEpochMilli();
            entity.endedBy = "";
            entity.endReason = "";
            em.persist(entity);
        });
    }

    /** Ends one. */
    public void end(String id, Instant at, String by, String reason) {
        jpa.tx(em -> {
            HandedEntity entity = em.find(HandedEntity.class, id);
            entity.endedAt = at.toEpochMilli();
            entity.endedBy = by;
            entity.endReason = reason;
        });
    }

    /** One of them. */
    public Optional<HandedOperation> find(String id, LocalDate today) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(HandedEntity.class, id)).map(entity -> handed(entity, today)));
    }

    @Override
    public List<HandedOperation> running(String groupId, String personId, LocalDate day) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select h from HandedOperation h where h.groupId = :group and h.toPersonId = :person"
                                + " and h.last >= :day and h.first <= :day and h.endedAt is null",
                        HandedEntity.class)
                .setParameter("group", groupId)
                .setParameter("person", personId)
                .setParameter("day", day)
                .getResultList()
                .stream()
                .map(entity -> handed(entity, day))
                .toList());
    }

    /** What is not over of a receiver in a group, planned ones too. */
    public List<HandedOperation> standing(String groupId, String personId, LocalDate today) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select h from HandedOperation h where h.groupId = :group and h.toPersonId = :person"
                                + " and h.last >= :day and h.endedAt is null",
                        HandedEntity.class)
                .setParameter("group", groupId)
                .setParameter("person", personId)
                .setParameter("day", today)
                .getResultList()
                .stream()
                .map(entity -> handed(entity, today))
                .toList());
    }

    /** What was handed on in groups, the newest first ({@code -given}); the group of the query does not count. */
    public Page<HandedOperation> list(
            Collection<String> groupIds, GroupDelegations.Query query, LocalDate today, PageRequest page) {
        SortedList.Query wanted = LIST.query(page).and("h.groupId in :groups", "groups", groupIds);
        if (query.runningOnly()) {
            wanted.and("h.endedAt is null and h.last >= :today", "today", today);
        }
        return groupIds.isEmpty()
                ? new Page<>(List.of(), Optional.empty())
                : Selecting.page(jpa, wanted, HandedEntity.class).map(entity -> handed(entity, today));
    }

    /** What was handed on between two instants. */
    public List<HandedOperation> given(Instant from, Instant to, LocalDate today) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select h from HandedOperation h where h.givenAt >= :from and h.givenAt < :to",
                        HandedEntity.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(entity -> handed(entity, today))
                .toList());
    }

    /** When the first one was given. */
    public Optional<Instant> first() {
        return jpa.txExpr(
                em -> Stream.ofNullable(em.createQuery("select min(h.givenAt) from HandedOperation h", Long.class)
                                .getSingleResult())
                        .findFirst()
                        .map(Instant::ofEpochMilli));
    }

    private static HandedOperation handed(HandedEntity entity, LocalDate today) {
        boolean over = entity.endedAt != null || entity.last.isBefore(today);
        return new HandedOperation(
                entity.id,
                entity.groupId,
                entity.groupName,
                entity.operation,
                entity.fromPersonId,
                entity.fromName,
                entity.toPersonId,
                entity.toName,
                entity.first,
                entity.last,
                entity.reason,
                Instant.ofEpochMilli(entity.givenAt),
                Optional.ofNullable(entity.endedAt).map(Instant::ofEpochMilli),
                entity.endedBy,
                over ? State.ENDED : entity.first.isAfter(today) ? State.PLANNED : State.RUNNING);
    }
}
