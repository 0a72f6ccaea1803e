package vn.quyche.messenger.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.messenger.api.Delivery;
import vn.quyche.messenger.api.Traffic;

/** Keeps what goes out to platforms. */
@Component(service = JpaDeliveryStore.class)
public final class JpaDeliveryStore {

    private static final SortedList LIST = SortedList.of(
                    "messenger.deliveries", "MessengerDelivery d", "d.id", "-created")
            .byId("created")
            .by("next", "d.nextAt", Long.class);

    private final JpaTemplate jpa;

    /** A delivery with the version by which it is taken. */
    public record Due(Delivery delivery, long version) {}

    @Activate
    public JpaDeliveryStore(@Reference(target = "(osgi.unit.name=messenger)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * Stores a delivery, unless there is one with the key.
     *
     * @param onceKey the same for the same thing
     */
    public boolean insert(Delivery delivery, String onceKey) {
        return jpa.txExpr(em -> {
            boolean known = !em.createQuery("select d.id from MessengerDelivery d where d.onceKey = :key", String.class)
                    .setParameter("key", onceKey)
                    .getResultList()
                    .isEmpty();
            if (known) {
                return false;
            }
            DeliveryEntity entity = new DeliveryEntity();
            entity.id = delivery.id();
            entity.onceKey = onceKey;
            entity.connectionId = delivery.connectionId();
            entity.chatId = delivery.chatId();
            entity.purpose = delivery.purpose();
            entity.subjectId = delivery.subjectId();
            entity.body = delivery.text();
            entity.state = delivery.state();
            entity.nextAt = delivery.nextAt().toEpochMilli();
            entity.error = "";
            entity.detail = "";
            entity.externalId = "";
            entity.createdAt = delivery.createdAt().toEpochMilli();
            em.persist(entity);
            return true;
        });
    }

    /**
     * Gives up what waits under a key.
     *
     * @return whether it waited and was never tried, so that nobody can have seen it
     */
    public boolean giveUp(String onceKey) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_messenger.delivery set version = version + 1 where once_key = ?")
                    .setParameter(1, onceKey)
                    .executeUpdate();
            return em
                    .createQuery(
                            "select d from MessengerDelivery d where d.onceKey = :key and d.state = :waiting",
                            DeliveryEntity.class)
                    .setParameter("key", onceKey)
                    .setParameter("waiting", Delivery.State.WAITING)
                    .getResultList()
                    .stream()
                    .peek(entity -> entity.state = Delivery.State.DISCARDED)
                    .anyMatch(entity -> entity.attempts == 0);
        });
    }

    /** Deliveries. */
    public Page<Delivery> list(Traffic.DeliveryQuery query, PageRequest page) {
        SortedList.Query select = LIST.query(page);
        query.connectionId()
                .ifPresent(connection -> select.and("d.connectionId = :connection", "connection", connection));
        query.chatId().ifPresent(chat -> select.and("d.chatId = :chat", "chat", chat));
        query.state().ifPresent(state -> select.and("d.state = :state", "state", state));
        return Selecting.page(jpa, select, DeliveryEntity.class).map(DeliveryEntity::toRecord);
    }

    /** One delivery. */
    public Optional<Delivery> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(DeliveryEntity.class, id)).map(DeliveryEntity::toRecord));
    }

    /** What is due of a connection, the oldest first. */
    public List<Due> due(String connectionId, Instant now, int limit) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d from MessengerDelivery d where d.state = :waiting and d.nextAt <= :now"
                                + " and d.connectionId = :connection order by d.nextAt, d.id",
                        DeliveryEntity.class)
                .setParameter("waiting", Delivery.State.WAITING)
                .setParameter("now", now.toEpochMilli())
                .setParameter("connection", connectionId)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(entity -> new Due(entity.toRecord(), entity.version))
                .toList());
    }

    /** The connections for which something is due. */
    public List<String> connectionsDue(Instant now) {
        return jpa.txExpr(em -> em.createQuery(
                        "select distinct d.connectionId from MessengerDelivery d where d.state = :waiting and"
                                + " d.nextAt <= :now order by d.connectionId",
                        String.class)
                .setParameter("waiting", Delivery.State.WAITING)
                .setParameter("now", now.toEpochMilli())
                .getResultList());
    }

    /**
     * Takes a delivery to send it, for one node alone. Whoever takes it and dies leaves it to be sent again later.
     *
     * @return whether it is this caller's to send
     */
    public boolean take(Due due, Instant leftUntil) {
        return jpa.txExpr(em -> em.createNativeQuery(
                                "update q_messenger.delivery set attempts = attempts + 1, next_at = ?, version = version + 1"
                                        + " where id = ? and version = ? and state = 'WAITING'")
                        .setParameter(1, leftUntil.toEpochMilli())
                        .setParameter(2, due.delivery().id())
                        .setParameter(3, due.version())
                        .executeUpdate()
                == 1);
    }

    /** The platform took it. */
    public void sent(String id, String externalId, Instant now) {
        jpa.tx(em -> {
            DeliveryEntity entity = em.find(DeliveryEntity.class, id);
            entity.state = Delivery.State.SENT;
            entity.externalId = externalId;
            entity.sentAt = now.toEpochMilli();
            entity.error = "";
            entity.detail = "";
            entity.version++;
        });
    }

    /**
     * It was not taken.
     *
     * @param next when it is tried again; empty when it is given up
     * @param counted whether the attempt counts
     */
    public void failed(String id, Optional<Instant> next, boolean counted, String error, String detail) {
        jpa.tx(em -> {
            DeliveryEntity entity = em.find(DeliveryEntity.class, id);
            if (entity.state != Delivery.State.WAITING) {
                return;
            }
            entity.state = next.isPresent() ? Delivery.State.WAITING : Delivery.State.DEAD;
            next.ifPresent(at -> entity.nextAt = at.toEpochMilli());
            entity.attempts = counted ? entity.attempts : entity.attempts - 1;
            entity.error = error;
            entity.detail = detail;
            entity.version++;
        });
    }

    /**
     * Moves a delivery to another state, by a person.
     *
     * @return whether it stood in one of the states
     */
    public boolean move(String id, List<Delivery.State> from, Delivery.State to, Instant now) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_messenger.delivery set version = version + 1 where id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            DeliveryEntity entity = em.find(DeliveryEntity.class, id);
            if (entity == null || !from.contains(entity.state)) {
                return false;
            }
            entity.state = to;
            entity.attempts = to == Delivery.State.WAITING ? 0 : entity.attempts;
            // what is sent again is news again, though it was asked for long ago
            entity.createdAt = to == Delivery.State.WAITING ? now.toEpochMilli() : entity.createdAt;
            entity.nextAt = now.toEpochMilli();
            return true;
        });
    }
}
