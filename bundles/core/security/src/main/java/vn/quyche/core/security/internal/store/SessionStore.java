package vn.quyche.core.security.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.SortedList;

/** Running sessions, under the hashes of their keys. */
@Component(service = SessionStore.class)
public final class SessionStore {

    /** A session as it is stored. */
    public record Row(
            String id,
            String keyHash,
            String accountId,
            String address,
            String userAgent,
            Instant startedAt,
            Instant lastUsedAt,
            Instant endsAt) {}

    private static final SortedList LIST = SortedList.of("security.sessions", "SessionEntity s", "s.id", "-started")
            .byId("started")
            .by("used", "s.lastUsedAt", Long.class);

    private final JpaTemplate jpa;

    @Activate
    public SessionStore(@Reference(target = "(osgi.unit.name=security)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Opens a session. */
    public void add(Row row) {
        jpa.tx(em -> {
            SessionEntity entity = new SessionEntity();
            entity.id = row.id();
            entity.keyHash = row.keyHash();
            entity.accountId = row.accountId();
            entity.address = row.address();
            entity.userAgent = row.userAgent();
            entity.startedAt = row.startedAt().toEpochMilli();
            entity.lastUsedAt = row.lastUsedAt().toEpochMilli();
            entity.endsAt = row.endsAt().toEpochMilli();
            em.persist(entity);
        });
    }

    /** The session with a key. */
    public Optional<Row> findByKey(String keyHash) {
        return jpa.txExpr(em -> em
                .createQuery("select s from SessionEntity s where s.keyHash = :key", SessionEntity.class)
                .setParameter("key", keyHash)
                .getResultList()
                .stream()
                .findFirst()
                .map(SessionStore::row));
    }

    /** The session with an id. */
    public Optional<Row> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(SessionEntity.class, id)).map(SessionStore::row));
    }

    /** Notes that a session was used. */
    public void used(String id, Instant now, String address) {
        jpa.tx(em -> em.createQuery(
                        "update SessionEntity s set s.lastUsedAt = :now, s.address = :address where s.id = :id")
                .setParameter("now", now.toEpochMilli())
                .setParameter("address", address)
                .setParameter("id", id)
                .executeUpdate());
    }

    /** Ends a session. */
    public void end(String id) {
        jpa.tx(em -> em.createQuery("delete from SessionEntity s where s.id = :id")
                .setParameter("id", id)
                .executeUpdate());
    }

    /** Ends the sessions of an account, but for the one with a key when it is given; gives their number. */
    public int endOf(String accountId, Optional<String> exceptKeyHash) {
        return jpa.txExpr(
                em -> em.createQuery("delete from SessionEntity s where s.accountId = :account and s.keyHash <> :key")
                        .setParameter("account", accountId)
                        .setParameter("key", exceptKeyHash.orElse("-"))
                        .executeUpdate());
    }

    /** Removes the sessions that ended or were not used since. */
    public int removeEnded(Instant now, Instant lastUsedBefore) {
        return jpa.txExpr(
                em -> em.createQuery("delete from SessionEntity s where s.endsAt < :now or s.lastUsedAt < :before")
                        .setParameter("now", now.toEpochMilli())
                        .setParameter("before", lastUsedBefore.toEpochMilli())
                        .executeUpdate());
    }

    /** The sessions of an account or of all, newest first unless sorted otherwise, without those that ran out. */
    public Page<Row> list(Optional<String> accountId, Instant now, Instant lastUsedBefore, PageRequest page) {
        SortedList.Query wanted = LIST.query(page)
                .and("s.endsAt >= :now", "now", now.toEpochMilli())
                .and("s.lastUsedAt >= :before", "before", lastUsedBefore.toEpochMilli());
        accountId.ifPresent(account -> wanted.and("s.accountId = :account", "account", account));
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> query = em.createQuery(wanted.jpql(), Object[].class);
            wanted.values().forEach(query::setParameter);
            return wanted.page(query.setMaxResults(wanted.limit()).getResultList(), SessionEntity.class)
                    .map(SessionStore::row);
        });
    }

    private static Row row(SessionEntity entity) {
        return new Row(
                entity.id,
                entity.keyHash,
                entity.accountId,
                entity.address,
                entity.userAgent,
                Instant.ofEpochMilli(entity.startedAt),
                Instant.ofEpochMilli(entity.lastUsedAt),
                Instant.ofEpochMilli(entity.endsAt));
    }
}
