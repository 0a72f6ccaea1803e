package vn.quyche.core.security.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.SortedList;

/** API tokens, under the hashes of their secrets. */
@Component(service = TokenStore.class)
public final class TokenStore {

    /** A token as it is stored. */
    public record Row(
            String id,
            String tokenHash,
            String accountId,
            String name,
            Set<String> permissions,
            Instant createdAt,
            LocalDate expiresOn,
            Optional<Instant> lastUsedAt,
            Optional<Instant> revokedAt) {

        /** Whether it works on a day. */
        public boolean worksOn(LocalDate day) {
            return revokedAt.isEmpty() && !day.isAfter(expiresOn);
        }
    }

    private static final SortedList LIST = SortedList.of("security.tokens", "TokenEntity t", "t.id", "-created")
            .byId("created")
            .by("expires", "t.expiresOn", LocalDate.class)
            .by("used", "t.lastUsedAt", Long.class);

    private final JpaTemplate jpa;

    @Activate
    public TokenStore(@Reference(target = "(osgi.unit.name=security)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Adds a token. */
    public void add(Row row) {
        jpa.tx(em -> {
            TokenEntity entity = new TokenEntity();
            entity.id = row.id();
            entity.tokenHash = row.tokenHash();
            entity.accountId = row.accountId();
            entity.name = row.name();
            entity.permissions = String.join(" ", new TreeSet<>(row.permissions()));
            entity.createdAt = row.createdAt().toEpochMilli();
            entity.expiresOn = row.expiresOn();
            em.persist(entity);
        });
    }

    /** The token with a secret. */
    public Optional<Row> findBySecret(String tokenHash) {
        return jpa.txExpr(em -> em
                .createQuery("select t from TokenEntity t where t.tokenHash = :hash", TokenEntity.class)
                .setParameter("hash", tokenHash)
                .getResultList()
                .stream()
                .findFirst()
                .map(TokenStore::row));
    }

    /** The token with an id. */
    public Optional<Row> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(TokenEntity.class, id)).map(TokenStore::row));
    }

    /** Notes that a token was used. */
    public void used(String id, Instant now) {
        jpa.tx(em -> em.createQuery("update TokenEntity t set t.lastUsedAt = :now where t.id = :id")
                .setParameter("now", now.toEpochMilli())
                .setParameter("id", id)
                .executeUpdate());
    }

    /** Revokes a token. */
    public void revoke(String id, Instant now) {
        jpa.tx(em -> em.createQuery(
                        "update TokenEntity t set t.revokedAt = :now where t.id = :id and t.revokedAt is null")
                .setParameter("now", now.toEpochMilli())
                .setParameter("id", id)
                .executeUpdate());
    }

    /** Revokes the tokens of an account. */
    public void revokeOf(String accountId, Instant now) {
        jpa.tx(em -> em.createQuery(
                        "update TokenEntity t set t.revokedAt = :now where t.accountId = :account and t.revokedAt is null")
                .setParameter("now", now.toEpochMilli())
                .setParameter("account", accountId)
                .executeUpdate());
    }

    /** The tokens of an account or of all, newest first unless sorted otherwise. */
    public Page<Row> list(Optional<String> accountId, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        accountId.ifPresent(account -> wanted.and("t.accountId = :account", "account", account));
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> query = em.createQuery(wanted.jpql(), Object[].class);
            wanted.values().forEach(query::setParameter);
            return wanted.page(query.setMaxResults(wanted.limit()).getResultList(), TokenEntity.class)
                    .map(TokenStore::row);
        });
    }

    private static Row row(TokenEntity entity) {
        return new Row(
                entity.id,
                entity.tokenHash,
                entity.accountId,
                entity.name,
                entity.permissions.isEmpty() ? Set.of() : Set.of(entity.permissions.split(" ")),
                Instant.ofEpochMilli(entity.createdAt),
                entity.expiresOn,
                Optional.of(entity.lastUsedAt).filter(at -> at > 0).map(Instant::ofEpochMilli),
                Optional.ofNullable(entity.revokedAt).map(Instant::ofEpochMilli));
    }
}
