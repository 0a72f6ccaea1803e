package vn.quyche.signing.internal.store;

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
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.ProofLevel;
import vn.quyche.signing.api.SigningPort;

/** Keeps the signatures that were made; only time stamps are added to them. */
@Component(service = JpaMadeSignatureStore.class)
public final class JpaMadeSignatureStore {

    private static final SortedList LIST = SortedList.of("signing.signatures", "MadeSignature s", "s.id", "-time")
            .byId("time")
            .by("signer", "s.signer", String.class)
            .by("serial", "s.serial", String.class);
    private static final String ALL = "select s from MadeSignature s";

    private final JpaTemplate jpa;

    @Activate
    public JpaMadeSignatureStore(@Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Adds one. */
    public void insert(MadeSignature made) {
        jpa.tx(em -> em.persist(MadeSignatureEntity.of(made)));
    }

    /** One signature. */
    public Optional<MadeSignature> find(String id) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(MadeSignatureEntity.class, id)).map(MadeSignatureEntity::toRecord));
    }

    /**
     * Signatures, newest first unless sorted otherwise.
     *
     * @param personId whose alone; empty for all
     */
    public Page<MadeSignature> list(SigningPort.Query query, Optional<String> personId, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        Where where = new Where()
                .and("s.documentId = :document", "document", query.documentId())
                .and("s.stamp = :stamp", "stamp", query.stamp())
                .and("s.personId = :person", "person", personId);
        query.level().ifPresent(level -> at(where, level));
        return jpa.txExpr(em -> where.page(em, wanted, MadeSignatureEntity.class, MadeSignatureEntity::toRecord));
    }

    /** Only those that prove so much now. */
    private static void at(Where where, ProofLevel level) {
        switch (level) {
            case B ->
                where.and("s.stamp <> :stamped", "stamped", MadeSignature.Stamp.STAMPED)
                        .and("s.longTerm = ''");
            case T ->
                where.and("s.stamp = :stamped", "stamped", MadeSignature.Stamp.STAMPED)
                        .and("s.longTerm = ''");
            default -> where.and("s.longTerm = :level", "level", level.name());
        }
    }

    /** Those that wait for a time stamp, oldest first. */
    public List<MadeSignature> waiting(int limit) {
        Where where = new Where().and("s.stamp = :stamp", "stamp", MadeSignature.Stamp.WAITING);
        return jpa.txExpr(
                em -> where.list(em, MadeSignatureEntity.class, ALL, "s.id", limit, MadeSignatureEntity::toRecord));
    }

    /** The latest signature on something. */
    public Optional<MadeSignature> latest(String documentId) {
        return list(SigningPort.Query.of(documentId), Optional.empty(), PageRequest.first(1)).items().stream()
                .findFirst();
    }

    /** Says that those on something that wait have their time stamp. */
    public void stamped(String documentId, String fileId, Instant at) {
        jpa.tx(em -> em.createQuery("update MadeSignature s set s.stamp = :stamped, s.stampCode = '',"
                        + " s.stampedAt = :at, s.stampedFileId = :file"
                        + " where s.documentId = :document and s.stamp = :waiting")
                .setParameter("stamped", MadeSignature.Stamp.STAMPED)
                .setParameter("at", at.toEpochMilli())
                .setParameter("file", fileId)
                .setParameter("document", documentId)
                .setParameter("waiting", MadeSignature.Stamp.WAITING)
                .executeUpdate());
    }

    /** Says why those on something that wait still wait. */
    public void waits(String documentId, String code) {
        jpa.tx(em -> em.createQuery("update MadeSignature s set s.stampCode = :code"
                        + " where s.documentId = :document and s.stamp = :waiting")
                .setParameter("code", code)
                .setParameter("document", documentId)
                .setParameter("waiting", MadeSignature.Stamp.WAITING)
                .executeUpdate());
    }

    /** Those with a time stamp whose proofs are due, longest due first. @param at the levels at which they may be */
    public List<MadeSignature> longTermDue(List<String> at, Instant now, int limit) {
        Where where = new Where()
                .and("s.stamp = :stamp", "stamp", MadeSignature.Stamp.STAMPED)
                .and("s.longTerm in :levels", "levels", at)
                .and("s.longTermDue <= :now", "now", now.toEpochMilli());
        return jpa.txExpr(em -> where.list(
                em, MadeSignatureEntity.class, ALL, "s.longTermDue, s.id", limit, MadeSignatureEntity::toRecord));
    }

    /** Keeps the proofs of all on something; gives whether nobody else did since. @param before the file before */
    public boolean extended(String documentId, String before, String level, String fileId, String code, Instant due) {
        return jpa.txExpr(em -> em.createQuery("update MadeSignature s set s.longTerm = :level,"
                                + " s.longTermCode = :code, s.longTermFileId = :file, s.longTermDue = :due,"
                                + " s.longTermTries = 0"
                                + " where s.documentId = :document and s.longTermFileId = :before")
                        .setParameter("level", level)
                        .setParameter("code", code)
                        .setParameter("file", fileId)
                        .setParameter("due", due.toEpochMilli())
                        .setParameter("document", documentId)
                        .setParameter("before", before)
                        .executeUpdate()
                > 0);
    }

    /** How often proofs of something were tried in vain, one after the other. */
    public int longTermTries(String id) {
        return jpa.txExpr(em -> em.find(MadeSignatureEntity.class, id).longTermTries);
    }

    /** Says why those on something have no proofs yet, and when to try again. */
    public void longTermWaits(String documentId, String code, Instant due) {
        jpa.tx(em -> em.createQuery("update MadeSignature s set s.longTermCode = :code, s.longTermDue = :due,"
                        + " s.longTermTries = s.longTermTries + 1 where s.documentId = :document")
                .setParameter("code", code)
                .setParameter("due", due.toEpochMilli())
                .setParameter("document", documentId)
                .executeUpdate());
    }

    /** Says why those on something have no proofs yet; the next try comes as it would have. */
    public void longTermSays(String documentId, String code) {
        jpa.tx(em -> em.createQuery("update MadeSignature s set s.longTermCode = :code where s.documentId = :document")
                .setParameter("code", code)
                .setParameter("document", documentId)
                .executeUpdate());
    }
}
