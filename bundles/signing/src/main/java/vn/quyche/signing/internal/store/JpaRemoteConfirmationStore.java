package vn.quyche.signing.internal.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.signing.api.PreparedSignature;

/** Keeps what was sent to apps; one at a time asks a service about each. */
@Component(service = JpaRemoteConfirmationStore.class)
public final class JpaRemoteConfirmationStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaRemoteConfirmationStore(@Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * What was sent for a preparation.
     *
     * @param part which part, 0 before the first was sent
     * @param handle by what the service knows it; empty before
     * @param until how long it is waited for
     */
    public record Sent(String preparationId, int part, String handle, Instant until) {}

    /** Adds one of which nothing was sent yet. */
    public void insert(String preparationId, Instant until) {
        jpa.tx(em -> {
            RemoteConfirmationEntity entity = new RemoteConfirmationEntity();
            entity.preparationId = preparationId;
            entity.handle = "";
            entity.expiresAt = until.toEpochMilli();
            em.persist(entity);
        });
    }

    /** One, as it is now. */
    public Optional<Sent> find(String preparationId) {
        return jpa.txExpr(em -> {
            RemoteConfirmationEntity entity = em.find(RemoteConfirmationEntity.class, preparationId);
            if (entity == null) {
                return Optional.empty();
            }
            em.refresh(entity);
            return Optional.of(
                    new Sent(entity.preparationId, entity.part, entity.handle, Instant.ofEpochMilli(entity.expiresAt)));
        });
    }

    /**
     * Takes one to ask about it; whoever dies with it loses it.
     *
     * @return whether it was free
     */
    public boolean take(String preparationId, Instant now, Instant until) {
        return jpa.txExpr(em -> em.createQuery("update RemoteConfirmation c set c.busyUntil = :until"
                                + " where c.preparationId = :id and c.busyUntil <= :now")
                        .setParameter("until", until.toEpochMilli())
                        .setParameter("id", preparationId)
                        .setParameter("now", now.toEpochMilli())
                        .executeUpdate()
                == 1);
    }

    /** The ids of a person's own that wait; none waits longer than its preparation. */
    public Set<String> waiting(String personId) {
        return jpa.txExpr(em -> Set.copyOf(em.createQuery(
                        "select c.preparationId from RemoteConfirmation c, PreparedSignature p"
                                + " where p.id = c.preparationId and p.state = :open and p.personId = :person",
                        String.class)
                .setParameter("open", PreparedSignature.State.OPEN)
                .setParameter("person", personId)
                .getResultList()));
    }

    /** Gives one back. */
    public void free(String preparationId) {
        jpa.tx(em -> em.createQuery("update RemoteConfirmation c set c.busyUntil = 0 where c.preparationId = :id")
                .setParameter("id", preparationId)
                .executeUpdate());
    }

    /** Says what was sent last, by whoever has taken it. */
    public void sent(Sent sent) {
        jpa.tx(em -> em.createQuery("update RemoteConfirmation c set c.part = :part, c.handle = :handle,"
                        + " c.expiresAt = :until where c.preparationId = :id")
                .setParameter("part", sent.part())
                .setParameter("handle", sent.handle())
                .setParameter("until", sent.until().toEpochMilli())
                .setParameter("id", sent.preparationId())
                .executeUpdate());
    }
}
