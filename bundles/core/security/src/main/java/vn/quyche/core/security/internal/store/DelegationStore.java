package vn.quyche.core.security.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

/** Delegations from person to person. */
@Component(service = DelegationStore.class)
public final class DelegationStore {

    /** The longest list of permissions that fits, as one text. */
    public static final int LONGEST_PERMISSIONS = 8000;

    /** A delegation as it is stored. */
    public record Row(
            String id,
            String fromPerson,
            String toPerson,
            Set<String> permissions,
            Optional<String> unitId,
            LocalDate validFrom,
            LocalDate validTo,
            String reason,
            Set<String> clauses,
            Instant createdAt,
            Optional<Instant> endedAt) {}

    private static final SortedList LIST = SortedList.of("security.delegations", "DelegationEntity d", "d.id", "-given")
            .byId("given")
            .by("from", "d.validFrom", LocalDate.class)
            .by("to", "d.validTo", LocalDate.class);

    private final JpaTemplate jpa;

    @Activate
    public DelegationStore(@Reference(target = "(osgi.unit.name=security)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Adds a delegation. */
    public void add(Row row) {
        jpa.tx(em -> {
            DelegationEntity entity = new DelegationEntity();
            entity.id = row.id();
            entity.fromPerson = row.fromPerson();
            entity.toPerson = row.toPerson();
            entity.permissions = String.join(" ", new TreeSet<>(row.permissions()));
            entity.unitId = row.unitId().orElse(null);
            entity.validFrom = row.validFrom();
            entity.validTo = row.validTo();
            entity.reason = row.reason();
            entity.clauses = String.join(" ", new TreeSet<>(row.clauses()));
            entity.createdAt = row.createdAt().toEpochMilli();
            em.persist(entity);
        });
    }

    /** One delegation. */
    public Optional<Row> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(DelegationEntity.class, id)).map(DelegationStore::row));
    }

    /** Ends a delegation now. */
    public void end(String id, Instant now) {
        jpa.tx(em -> em.find(DelegationEntity.class, id).endedAt = now.toEpochMilli());
    }

    /** What a person received and what may still count on a day or later. */
    public List<Row> receivedBy(String personId, LocalDate today) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d from DelegationEntity d where d.toPerson = :person and d.endedAt is null"
                                + " and d.validTo >= :today order by d.id",
                        DelegationEntity.class)
                .setParameter("person", personId)
                .setParameter("today", today)
                .getResultList()
                .stream()
                .map(DelegationStore::row)
                .toList());
    }

    /** Delegations given or received by a person, or all, newest first unless sorted otherwise. */
    public Page<Row> list(Optional<String> personId, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        personId.ifPresent(person -> wanted.and("(d.fromPerson = :person or d.toPerson = :person)", "person", person));
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> query = em.createQuery(wanted.jpql(), Object[].class);
            wanted.values().forEach(query::setParameter);
            return wanted.page(query.setMaxResults(wanted.limit()).getResultList(), DelegationEntity.class)
                    .map(DelegationStore::row);
        });
    }

    private static Row row(DelegationEntity entity) {
        return new Row(
                entity.id,
                entity.fromPerson,
                entity.toPerson,
                words(entity.permissions),
                Optional.ofNullable(entity.unitId),
                entity.validFrom,
                entity.validTo,
                entity.reason,
                words(entity.clauses),
                Instant.ofEpochMilli(entity.createdAt),
                Optional.ofNullable(entity.endedAt).map(Instant::ofEpochMilli));
    }

    private static Set<String> words(String joined) {
        return joined.isEmpty() ? Set.of() : Set.of(joined.split(" "));
    }
}
