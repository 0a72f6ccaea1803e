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
import vn.quyche.messenger.api.HookEvent;
import vn.quyche.messenger.api.Traffic;

/** Keeps what platforms told: at first with what they said, sealed; afterwards that they said it. */
@Component(service = JpaEventStore.class)
public final class JpaEventStore {

    private static final SortedList LIST = SortedList.of("messenger.events", "MessengerEvent e", "e.id", "-received")
            .byId("received")
            .by("happened", "e.happenedAt", Long.class)
            .by("name", "e.name", String.class);

    private final JpaTemplate jpa;

    /** An event with what was said. */
    public record Waiting(HookEvent event, String payloadSealed) {}

    @Activate
    public JpaEventStore(@Reference(target = "(osgi.unit.name=messenger)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Whether an event came already. */
    public boolean known(String connectionId, String digest) {
        return jpa.txExpr(em -> !em.createQuery(
                        "select e.id from MessengerEvent e where e.connectionId = :connection and e.digest = :digest",
                        String.class)
                .setParameter("connection", connectionId)
                .setParameter("digest", digest)
                .getResultList()
                .isEmpty());
    }

    /** Stores an event; the database refuses one that is known. */
    public void insert(HookEvent event, String digest, String payloadSealed) {
        jpa.tx(em -> {
            HookEventEntity entity = new HookEventEntity();
            entity.id = event.id();
            entity.connectionId = event.connectionId();
            entity.digest = digest;
            entity.name = event.name();
            entity.happenedAt = event.happenedAt().toEpochMilli();
            entity.receivedAt = event.receivedAt().toEpochMilli();
            entity.payloadSealed = payloadSealed;
            entity.state = event.state();
            entity.nextAt = event.receivedAt().toEpochMilli();
            entity.error = event.error();
            em.persist(entity);
        });
    }

    /** Events that wait, the oldest first by the platform's clock. */
    public List<Waiting> waiting(Instant now, int limit) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select e from MessengerEvent e where e.state = :waiting and e.nextAt <= :now"
                                + " order by e.nextAt, e.id",
                        HookEventEntity.class)
                .setParameter("waiting", HookEvent.State.WAITING)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .sorted(java.util.Comparator.comparingLong(entity -> entity.happenedAt))
                .map(entity -> new Waiting(entity.toRecord(), entity.payloadSealed))
                .toList());
    }

    /** It was worked on; what was said is forgotten. */
    public void done(String id, HookEvent.State state) {
        jpa.tx(em -> {
            HookEventEntity entity = em.find(HookEventEntity.class, id);
            entity.state = state;
            entity.attempts++;
            entity.payloadSealed = "";
            entity.error = "";
            entity.version++;
        });
    }

    /** It could not be worked on. */
    public void failed(String id, Optional<Instant> next, String error) {
        jpa.tx(em -> {
            HookEventEntity entity = em.find(HookEventEntity.class, id);
            entity.state = next.isPresent() ? HookEvent.State.WAITING : HookEvent.State.DEAD;
            next.ifPresent(at -> entity.nextAt = at.toEpochMilli());
            entity.attempts++;
            entity.error = error;
            entity.version++;
        });
    }

    /** Has a dead event worked on again. */
    public boolean revive(String id, Instant now) {
        return jpa.txExpr(em -> {
            HookEventEntity entity = em.find(HookEventEntity.class, id);
            if (entity == null || entity.state != HookEvent.State.DEAD) {
                return false;
            }
            entity.state = HookEvent.State.WAITING;
            entity.attempts = 0;
            entity.nextAt = now.toEpochMilli();
            entity.version++;
            return true;
        });
    }

    /** One event. */
    public Optional<HookEvent> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(HookEventEntity.class, id)).map(HookEventEntity::toRecord));
    }

    /** Events. */
    public Page<HookEvent> list(Traffic.EventQuery query, PageRequest page) {
        SortedList.Query select = LIST.query(page);
        query.connectionId()
                .ifPresent(connection -> select.and("e.connectionId = :connection", "connection", connection));
        query.state().ifPresent(state -> select.and("e.state = :state", "state", state));
        return Selecting.page(jpa, select, HookEventEntity.class).map(HookEventEntity::toRecord);
    }

    /** Events that were worked on and came before an instant go; no repetition of them is taken in any more. */
    public int forgetBefore(Instant before) {
        return jpa.txExpr(em -> em.createQuery(
                        "delete from MessengerEvent e where e.receivedAt < :before and" + " e.state in :done")
                .setParameter("before", before.toEpochMilli())
                .setParameter("done", List.of(HookEvent.State.DONE, HookEvent.State.IGNORED))
                .executeUpdate());
    }
}
