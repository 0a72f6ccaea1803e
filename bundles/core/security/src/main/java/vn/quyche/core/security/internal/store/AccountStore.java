package vn.quyche.core.security.internal.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.core.api.security.Accounts.Filter;
import vn.quyche.core.api.security.Accounts.State;
import vn.quyche.core.security.internal.model.Backoff;
import vn.quyche.core.security.internal.model.PasswordPolicy;
import vn.quyche.core.security.internal.model.UserNames;

/** Accounts with their password hashes, and the failures to sign in. */
@Component(service = AccountStore.class)
public final class AccountStore {

    /**
     * An account as it is stored; never leaves the services.
     *
     * @param mustChange whether the password must be changed before anything else
     */
    public record Row(
            String id,
            String userName,
            String name,
            Optional<String> personId,
            String passwordHash,
            boolean mustChange,
            boolean closed,
            Instant createdAt,
            Optional<Instant> lastSignIn,
            long version) {

        /** The account without its hash, so that no log shows it. */
        @Override
        public String toString() {
            return "account " + id;
        }
    }

    private static final SortedList LIST = SortedList.of("security.accounts", "AccountEntity a", "a.id", "name")
            .by("name", "a.sortKey", String.class)
            .by("user", "a.userKey", String.class)
            .by("sign-in", "a.lastSignIn", Long.class)
            .byId("created");

    private final JpaTemplate jpa;

    @Activate
    public AccountStore(@Reference(target = "(osgi.unit.name=security)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a new account. */
    public void add(Row row) {
        jpa.tx(em -> {
            AccountEntity entity = new AccountEntity();
            entity.id = row.id();
            entity.personId = row.personId().orElse(null);
            entity.passwordHash = row.passwordHash();
            entity.mustChange = row.mustChange();
            entity.passwordAt = row.createdAt().toEpochMilli();
            entity.createdAt = row.createdAt().toEpochMilli();
            entity.version = row.version();
            name(entity, row.userName(), row.name());
            em.persist(entity);
        });
    }

    private static void name(AccountEntity entity, String userName, String name) {
        entity.userName = userName;
        entity.userKey = UserNames.key(userName);
        entity.name = name;
        entity.sortKey = VietnameseText.nameSortKey(name);
        entity.searchText = VietnameseText.fold(userName + " " + name);
    }

    /** The account with an id. */
    public Optional<Row> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(AccountEntity.class, id)).map(AccountStore::row));
    }

    /** The accounts with ids, by id. */
    public Map<String, Row> findAll(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> {
            Map<String, Row> found = new HashMap<>();
            em.createQuery("select a from AccountEntity a where a.id in :ids", AccountEntity.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(entity -> found.put(entity.id, row(entity)));
            return found;
        });
    }

    /** The account with a user name, compared by {@link UserNames#key}. */
    public Optional<Row> findByUserName(String userName) {
        return jpa.txExpr(
                em -> first(em.createQuery("select a from AccountEntity a where a.userKey = :key", AccountEntity.class)
                        .setParameter("key", UserNames.key(userName))));
    }

    /** The account of a person. */
    public Optional<Row> findByPerson(String personId) {
        return jpa.txExpr(em ->
                first(em.createQuery("select a from AccountEntity a where a.personId = :person", AccountEntity.class)
                        .setParameter("person", personId)));
    }

    /** Whether there is any account. */
    public boolean any() {
        return jpa.txExpr(em -> !em.createQuery("select a.id from AccountEntity a", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    /** Accounts, by the order of names unless sorted otherwise. */
    public Page<Row> list(Filter filter, LocalDate today, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        filter.text()
                .map(UserNames::searchable)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> wanted.and("a.searchText like :text escape '!'", "text", Like.containing(text)));
        filter.state().ifPresent(state -> wanted.and("a.closed = :closed", "closed", state == State.CLOSED));
        filter.role()
                .ifPresent(role -> wanted.and(
                                "a.id in (select g.accountId from GrantEntity g where g.role = :role"
                                        + " and g.revokedAt is null and g.validFrom <= :today"
                                        + " and (g.validTo is null or g.validTo >= :today))",
                                "role",
                                role)
                        .with("today", today));
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> query = em.createQuery(wanted.jpql(), Object[].class);
            wanted.values().forEach(query::setParameter);
            return wanted.page(query.setMaxResults(wanted.limit()).getResultList(), AccountEntity.class)
                    .map(AccountStore::row);
        });
    }

    /**
     * Changes the names.
     *
     * @return whether the account still had the version
     */
    public boolean rename(String id, long version, String userName, String name) {
        return jpa.txExpr(em -> {
            AccountEntity entity = em.find(AccountEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (entity == null || entity.version != version) {
                return false;
            }
            name(entity, userName, name);
            entity.version++;
            return true;
        });
    }

    /** Sets the password; the one before goes into the history under {@code historyId}. */
    public void password(String id, String hash, boolean mustChange, Instant now, String historyId) {
        jpa.tx(em -> {
            AccountEntity entity = em.find(AccountEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
            PasswordHistoryEntity former = new PasswordHistoryEntity();
            former.id = historyId;
            former.accountId = id;
            former.passwordHash = entity.passwordHash;
            em.persist(former);
            entity.passwordHash = hash;
            entity.mustChange = mustChange;
            entity.passwordAt = now.toEpochMilli();
            entity.version++;
            List<PasswordHistoryEntity> history = history(em, id).getResultList();
            history.stream().skip(PasswordPolicy.REMEMBERED).forEach(em::remove);
        });
    }

    /** The hash of the same password, made anew with a higher cost. */
    public void rehash(String id, String oldHash, String newHash) {
        jpa.tx(em -> em.createQuery(
                        "update AccountEntity a set a.passwordHash = :new where a.id = :id and a.passwordHash = :old")
                .setParameter("new", newHash)
                .setParameter("id", id)
                .setParameter("old", oldHash)
                .executeUpdate());
    }

    /** The hashes of former passwords, newest first. */
    public List<String> formerPasswords(String id) {
        return jpa.txExpr(em -> history(em, id).setMaxResults(PasswordPolicy.REMEMBERED).getResultList().stream()
                .map(entity -> entity.passwordHash)
                .toList());
    }

    private static TypedQuery<PasswordHistoryEntity> history(EntityManager em, String id) {
        return em.createQuery(
                        "select h from PasswordHistoryEntity h where h.accountId = :id order by h.id desc",
                        PasswordHistoryEntity.class)
                .setParameter("id", id);
    }

    /** Closes or opens. */
    public void closed(String id, boolean closed) {
        jpa.tx(em -> {
            AccountEntity entity = em.find(AccountEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
            entity.closed = closed;
            entity.version++;
        });
    }

    /** Notes a sign-in. */
    public void signedIn(String id, Instant now) {
        jpa.tx(em -> em.createQuery("update AccountEntity a set a.lastSignIn = :now where a.id = :id")
                .setParameter("now", now.toEpochMilli())
                .setParameter("id", id)
                .executeUpdate());
    }

    /** Until when sign-in is locked, by key; keys that are not locked are missing. */
    public Map<String, Instant> locked(Collection<String> keys, Instant now) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> {
            Map<String, Instant> locked = new HashMap<>();
            em.createQuery(
                            "select t from AttemptEntity t where t.key in :keys and t.lockedUntil > :now",
                            AttemptEntity.class)
                    .setParameter("keys", keys)
                    .setParameter("now", now.toEpochMilli())
                    .getResultList()
                    .forEach(entity -> locked.put(entity.key, Instant.ofEpochMilli(entity.lockedUntil)));
            return locked;
        });
    }

    /** Counts a failure, in a transaction of its own. */
    public void failed(String key, Backoff backoff, Instant now) {
        jpa.tx(em -> {
            AttemptEntity entity = em.find(AttemptEntity.class, key, LockModeType.PESSIMISTIC_WRITE);
            if (entity == null) {
                entity = new AttemptEntity();
                entity.key = key;
                em.persist(entity);
            } else if (Instant.ofEpochMilli(entity.lastAt).isBefore(now.minus(backoff.memory()))) {
                entity.failures = 0;
            }
            entity.failures++;
            entity.lastAt = now.toEpochMilli();
            entity.lockedUntil = now.plus(backoff.lockAfter(entity.failures)).toEpochMilli();
        });
    }

    /** Forgets the failures under a key. */
    public void forgetFailures(String key) {
        jpa.tx(em -> em.createQuery("delete from AttemptEntity t where t.key = :key")
                .setParameter("key", key)
                .executeUpdate());
    }

    /** Removes failures that no longer count. */
    public void removeOldFailures(Instant now, Duration memory) {
        jpa.tx(em -> em.createQuery("delete from AttemptEntity t where t.lastAt < :before and t.lockedUntil < :now")
                .setParameter("before", now.minus(memory).toEpochMilli())
                .setParameter("now", now.toEpochMilli())
                .executeUpdate());
    }

    private static Optional<Row> first(TypedQuery<AccountEntity> query) {
        return query.getResultList().stream().findFirst().map(AccountStore::row);
    }

    private static Row row(AccountEntity entity) {
        return new Row(
                entity.id,
                entity.userName,
                entity.name,
                Optional.ofNullable(entity.personId),
                entity.passwordHash,
                entity.mustChange,
                entity.closed,
                Instant.ofEpochMilli(entity.createdAt),
                Optional.of(entity.lastSignIn).filter(at -> at > 0).map(Instant::ofEpochMilli),
                entity.version);
    }
}
