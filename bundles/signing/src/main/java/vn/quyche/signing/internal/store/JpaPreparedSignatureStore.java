package vn.quyche.signing.internal.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.PreparedSignature.State;

/** Keeps signatures that wait for their value; each ends once. */
@Component(service = JpaPreparedSignatureStore.class)
public final class JpaPreparedSignatureStore {

    private static final SortedList LIST = SortedList.of("signing.preparations", "PreparedSignature p", "p.id", "-time")
            .byId("time")
            .by("title", "p.title", String.class)
            .by("serial", "p.serial", String.class);
    private static final String ALL = "select p from PreparedSignature p";

    private final JpaTemplate jpa;

    @Activate
    public JpaPreparedSignatureStore(@Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Adds one. */
    public void insert(PreparedSignature prepared) {
        jpa.tx(em -> em.persist(PreparedSignatureEntity.of(prepared)));
    }

    /** Adds the file of one, which is no document of the register. */
    public void insert(PreparedFile file) {
        jpa.tx(em -> em.persist(PreparedFileEntity.of(file)));
    }

    /** The file of one; empty for a document of the register. */
    public Optional<PreparedFile> file(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(PreparedFileEntity.class, id)).map(PreparedFileEntity::toRecord));
    }

    /** One, as it is now. */
    public Optional<PreparedSignature> find(String id) {
        return jpa.txExpr(em -> {
            PreparedSignatureEntity entity = em.find(PreparedSignatureEntity.class, id);
            if (entity == null) {
                return Optional.empty();
            }
            em.refresh(entity);
            return Optional.of(entity.toRecord());
        });
    }

    /** Preparations, newest first unless sorted otherwise. */
    public Page<PreparedSignature> list(Optional<State> state, Optional<String> personId, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        Where where =
                new Where().and("p.state = :state", "state", state).and("p.personId = :person", "person", personId);
        return jpa.txExpr(
                em -> where.page(em, wanted, PreparedSignatureEntity.class, PreparedSignatureEntity::toRecord));
    }

    /** Those whose value did not come in time, oldest first. */
    public List<PreparedSignature> overdue(Instant now, int limit) {
        Where where = new Where()
                .and("p.state = :state", "state", State.OPEN)
                .and("p.expiresAt <= :now", "now", now.toEpochMilli());
        return jpa.txExpr(em -> where.list(
                em, PreparedSignatureEntity.class, ALL, "p.expiresAt, p.id", limit, PreparedSignatureEntity::toRecord));
    }

    /** The values of the parts before the one that waits, in Base64, in order. */
    public List<String> given(String id) {
        return jpa.txExpr(em -> em
                .createQuery("select p.givenValues from PreparedSignature p where p.id = :id", String.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .flatMap(values -> Arrays.stream(values.split(" ")))
                .filter(value -> !value.isEmpty())
                .toList());
    }

    /**
     * Goes on to the next part.
     *
     * @param prepared as it was
     * @param given the values up to and with that of its part
     * @param data what the key is to sign next
     * @return whether it was this call that went on
     */
    public boolean goOn(PreparedSignature prepared, List<String> given, String data) {
        return jpa.txExpr(em -> em.createQuery("update PreparedSignature p set p.part = :next, p.data = :data,"
                                + " p.givenValues = :given where p.id = :id and p.state = :open and p.part = :part")
                        .setParameter("next", prepared.part() + 1)
                        .setParameter("data", data)
                        .setParameter("given", String.join(" ", given))
                        .setParameter("id", prepared.id())
                        .setParameter("open", State.OPEN)
                        .setParameter("part", prepared.part())
                        .executeUpdate()
                == 1);
    }

    /**
     * Ends one that waits.
     *
     * @return whether it was this call that ended it
     */
    public boolean end(String id, State state, String code, String signatureId, Instant at) {
        return jpa.txExpr(em -> em.createQuery("update PreparedSignature p set p.state = :state, p.code = :code,"
                                + " p.signatureId = :signature, p.endedAt = :at where p.id = :id and p.state = :open")
                        .setParameter("state", state)
                        .setParameter("code", code)
                        .setParameter("signature", signatureId)
                        .setParameter("at", at.toEpochMilli())
                        .setParameter("id", id)
                        .setParameter("open", State.OPEN)
                        .executeUpdate()
                == 1);
    }
}
