package vn.quyche.signing.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps how to come in at remote signing services. Secrets come sealed and go sealed. */
@Component(service = JpaRemoteServiceStore.class)
public final class JpaRemoteServiceStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaRemoteServiceStore(@Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** How to come in at one. */
    public record Kept(String name, int version, String user, String sealed, String addedBy, Instant addedAt) {}

    /** Stores one in place of the one before. */
    public void put(Kept kept) {
        jpa.tx(em -> {
            RemoteServiceEntity entity = new RemoteServiceEntity();
            entity.name = kept.name();
            entity.version = kept.version();
            entity.userName = kept.user();
            entity.sealed = kept.sealed();
            entity.addedBy = kept.addedBy();
            entity.addedAt = kept.addedAt().toEpochMilli();
            em.merge(entity);
        });
    }

    /** One, if there is a way in. */
    public Optional<Kept> find(String name) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(RemoteServiceEntity.class, name)).map(JpaRemoteServiceStore::read));
    }

    /** All of them; there are as many as services that a configuration ever named. */
    public List<Kept> all() {
        return jpa.txExpr(em ->
                em.createQuery("select r from RemoteService r", RemoteServiceEntity.class).getResultList().stream()
                        .map(JpaRemoteServiceStore::read)
                        .toList());
    }

    /** Forgets one; gives whether there was one. */
    public boolean remove(String name) {
        return jpa.txExpr(em -> em.createQuery("delete from RemoteService r where r.name = :name")
                        .setParameter("name", name)
                        .executeUpdate()
                == 1);
    }

    private static Kept read(RemoteServiceEntity entity) {
        return new Kept(
                entity.name,
                entity.version,
                entity.userName,
                entity.sealed,
                entity.addedBy,
                Instant.ofEpochMilli(entity.addedAt));
    }
}
