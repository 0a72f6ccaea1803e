package vn.quyche.signing.internal.store;

import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.signing.api.SignedCopies;
import vn.quyche.signing.api.SignedCopy;

/** Keeps copies and attachments, and the series of their numbers. */
@Component(service = JpaSignedCopyStore.class)
public final class JpaSignedCopyStore {

    private static final SortedList LIST = SortedList.of("signing.copies", "SignedCopy c", "c.id", "-time")
            .byId("time")
            .by("person", "c.personName", String.class);
    private static final String COUNT =
            "update q_signing.copy_series set last_number = last_number + 1 where series_year = ?";

    private final JpaTemplate jpa;

    @Activate
    public JpaSignedCopyStore(@Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Adds one. */
    public void insert(SignedCopy copy) {
        jpa.tx(em -> em.persist(SignedCopyEntity.of(copy)));
    }

    /** Adds one whose signature waits for its value. */
    public void prepare(String preparationId, CopyEntry entry) {
        jpa.tx(em -> em.persist(PreparedCopyEntity.of(preparationId, entry)));
    }

    /** The one whose signature waits; empty when something else does. */
    public Optional<CopyEntry> prepared(String preparationId) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(PreparedCopyEntity.class, preparationId))
                .map(PreparedCopyEntity::toRecord));
    }

    /** One. */
    public Optional<SignedCopy> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(SignedCopyEntity.class, id)).map(SignedCopyEntity::toRecord));
    }

    /**
     * Copies, newest first unless sorted otherwise.
     *
     * @param personId whose alone; empty for all
     */
    public Page<SignedCopy> list(SignedCopies.Query query, Optional<String> personId, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        Where where =
                new Where().and("c.kind = :kind", "kind", query.kind()).and("c.personId = :person", "person", personId);
        return jpa.txExpr(em -> where.page(em, wanted, SignedCopyEntity.class, SignedCopyEntity::toRecord));
    }

    /** The next number of a year: no gap and no double, for the row is locked until the transaction ends. */
    @Regulated("TA.10.1")
    public int nextNumber(int year) {
        return jpa.txExpr(em -> {
            if (em.createNativeQuery(COUNT).setParameter(1, year).executeUpdate() == 0) {
                // who makes the first of a year waits for whoever does the same, and finds it made
                em.createNativeQuery("update q_signing.copy_series set last_number = last_number where series_year = 0")
                        .executeUpdate();
                if (em.createNativeQuery(COUNT).setParameter(1, year).executeUpdate() == 0) {
                    em.createNativeQuery("insert into q_signing.copy_series (series_year, last_number) values (?, 1)")
                            .setParameter(1, year)
                            .executeUpdate();
                }
            }
            return ((Number) em.createNativeQuery("select last_number from q_signing.copy_series where series_year = ?")
                            .setParameter(1, year)
                            .getSingleResult())
                    .intValue();
        });
    }
}
