package vn.quyche.core.security.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.core.api.security.Roles.Grant;
import vn.quyche.core.api.security.Roles.Reach;

/** Roles of the school's own, deviations from the declared permissions, and grants. */
@Component(service = RoleStore.class)
public final class RoleStore {

    private static final String TODAY =
            " g.revokedAt is null and g.validFrom <= :today and (g.validTo is null or g.validTo >= :today)";

    private static final SortedList HOLDERS = SortedList.of("security.holders", "GrantEntity g", "g.id", "-granted")
            .byId("granted")
            .by("from", "g.validFrom", LocalDate.class);

    private final JpaTemplate jpa;

    @Activate
    public RoleStore(@Reference(target = "(osgi.unit.name=security)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** The labels of the school's own roles by code. */
    public Map<String, String> ownRoles() {
        return jpa.txExpr(
                em -> em.createQuery("select r from OwnRoleEntity r", OwnRoleEntity.class).getResultList().stream()
                        .collect(Collectors.toMap(entity -> entity.code, entity -> entity.label)));
    }

    /** Adds a role of the school's own. */
    public void addOwnRole(String code, String label) {
        jpa.tx(em -> {
            OwnRoleEntity entity = new OwnRoleEntity();
            entity.code = code;
            entity.label = label;
            em.persist(entity);
        });
    }

    /** Removes a role of the school's own and what it allowed; ends its grants. */
    public void removeOwnRole(String code, Instant now) {
        jpa.tx(em -> {
            em.createQuery("delete from OwnRoleEntity r where r.code = :code")
                    .setParameter("code", code)
                    .executeUpdate();
            em.createQuery("delete from RoleOverrideEntity o where o.role = :code")
                    .setParameter("code", code)
                    .executeUpdate();
            em.createQuery("update GrantEntity g set g.revokedAt = :now where g.role = :code and g.revokedAt is null")
                    .setParameter("now", now.toEpochMilli())
                    .setParameter("code", code)
                    .executeUpdate();
        });
    }

    /** By role and permission, whether the administrator granted (true) or took it (false). */
    public Map<String, Map<String, Boolean>> overrides() {
        return jpa.txExpr(em -> {
            Map<String, Map<String, Boolean>> byRole = new HashMap<>();
            em.createQuery("select o from RoleOverrideEntity o", RoleOverrideEntity.class)
                    .getResultList()
                    .forEach(entity -> byRole.computeIfAbsent(entity.role, role -> new HashMap<>())
                            .put(entity.permission, entity.granted));
            return byRole;
        });
    }

    /** Sets deviations of a role by permission; an empty one lifts the deviation. */
    public void override(String role, Map<String, Optional<Boolean>> changes) {
        jpa.tx(em -> changes.forEach((permission, granted) -> {
            RoleOverrideEntity.Key key = new RoleOverrideEntity.Key();
            key.role = role;
            key.permission = permission;
            RoleOverrideEntity entity = em.find(RoleOverrideEntity.class, key);
            if (granted.isEmpty()) {
                if (entity != null) {
                    em.remove(entity);
                }
                return;
            }
            if (entity == null) {
                entity = new RoleOverrideEntity();
                entity.role = role;
                entity.permission = permission;
                entity.granted = granted.get();
                em.persist(entity);
            } else {
                entity.granted = granted.get();
            }
        }));
    }

    /** Adds a grant. */
    public void add(Grant grant) {
        jpa.tx(em -> {
            GrantEntity entity = new GrantEntity();
            entity.id = grant.id();
            entity.accountId = grant.accountId();
            entity.role = grant.role();
            entity.reach = grant.reach().name();
            entity.unitId = grant.unitId().orElse(null);
            entity.validFrom = grant.validFrom();
            entity.validTo = grant.validTo().orElse(null);
            entity.reason = grant.reason();
            entity.grantedBy = grant.grantedBy();
            entity.grantedAt = grant.grantedAt().toEpochMilli();
            em.persist(entity);
        });
    }

    /** A grant that was not revoked. */
    public Optional<Grant> findGrant(String id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(GrantEntity.class, id))
                .filter(entity -> entity.revokedAt == null)
                .map(RoleStore::grant));
    }

    /** Ends a grant now. */
    public void revoke(String id, Instant now) {
        jpa.tx(em -> em.find(GrantEntity.class, id).revokedAt = now.toEpochMilli());
    }

    /** The grants of an account that were not revoked, past and future ones included, newest first. */
    public List<Grant> grantsOf(String accountId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select g from GrantEntity g where g.accountId = :account and g.revokedAt is null order by g.id desc",
                        GrantEntity.class)
                .setParameter("account", accountId)
                .getResultList()
                .stream()
                .map(RoleStore::grant)
                .toList());
    }

    /** The codes of the roles that accounts hold today, by account. */
    public Map<String, Set<String>> rolesOf(Collection<String> accountIds, LocalDate today) {
        if (accountIds.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> {
            Map<String, Set<String>> roles = new HashMap<>();
            em.createQuery("select g from GrantEntity g where g.accountId in :ids and" + TODAY, GrantEntity.class)
                    .setParameter("ids", accountIds)
                    .setParameter("today", today)
                    .getResultList()
                    .forEach(entity -> roles.computeIfAbsent(entity.accountId, id -> new HashSet<>())
                            .add(entity.role));
            return roles;
        });
    }

    /** The grants of a role today, newest first unless sorted otherwise. */
    public Page<Grant> holders(String role, LocalDate today, PageRequest page) {
        SortedList.Query wanted = HOLDERS.query(page)
                .and("g.role = :role", "role", role)
                .and(TODAY)
                .with("today", today);
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> query = em.createQuery(wanted.jpql(), Object[].class);
            wanted.values().forEach(query::setParameter);
            return wanted.page(query.setMaxResults(wanted.limit()).getResultList(), GrantEntity.class)
                    .map(RoleStore::grant);
        });
    }

    /** How many open accounts other than one hold a role for the whole school today, by grants other than one. */
    public long othersWith(String role, LocalDate today, String exceptAccount, String exceptGrant) {
        return jpa.txExpr(em -> em.createQuery(
                        "select count(g) from GrantEntity g, AccountEntity a where g.accountId = a.id and a.closed = :closed"
                                + " and g.role = :role and g.reach = :reach and a.id <> :account and g.id <> :grant and"
                                + TODAY,
                        Long.class)
                .setParameter("role", role)
                .setParameter("closed", false)
                .setParameter("reach", Reach.SCHOOL.name())
                .setParameter("account", exceptAccount)
                .setParameter("grant", exceptGrant)
                .setParameter("today", today)
                .getSingleResult());
    }

    private static Grant grant(GrantEntity entity) {
        return new Grant(
                entity.id,
                entity.accountId,
                entity.role,
                Reach.valueOf(entity.reach),
                Optional.ofNullable(entity.unitId),
                entity.validFrom,
                Optional.ofNullable(entity.validTo),
                entity.reason,
                entity.grantedBy,
                Instant.ofEpochMilli(entity.grantedAt));
    }
}
