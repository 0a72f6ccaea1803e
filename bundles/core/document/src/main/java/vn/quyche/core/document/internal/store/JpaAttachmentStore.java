package vn.quyche.core.document.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.document.Attachment;

/** Attachments in JPA. */
@Component(service = JpaAttachmentStore.class)
public final class JpaAttachmentStore {

    /**
     * Figures of the store.
     *
     * @param attachments files, those that nobody owns yet included
     * @param contents different contents among them
     * @param bytes the sum of the sizes of the files
     */
    public record Stats(long attachments, long contents, long bytes) {}

    private final JpaTemplate jpa;

    @Activate
    public JpaAttachmentStore(@Reference(target = "(osgi.unit.name=document)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a new attachment. */
    public void insert(Attachment attachment) {
        jpa.tx(em -> em.persist(new AttachmentEntity(attachment)));
    }

    /** An attachment. */
    public Optional<Attachment> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(AttachmentEntity.class, id)).map(AttachmentEntity::toRecord));
    }

    /** The attachments of a thing, in the order in which they came. */
    public List<Attachment> of(String ownerType, String ownerId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select a from Attachment a where a.ownerType = :type and a.ownerId = :id order by a.id",
                        AttachmentEntity.class)
                .setParameter("type", ownerType)
                .setParameter("id", ownerId)
                .getResultList()
                .stream()
                .map(AttachmentEntity::toRecord)
                .toList());
    }

    /**
     * Gives an attachment that nobody owns to an owner.
     *
     * @return whether it was free; of two who try at once one gets it
     */
    public boolean own(String id, String ownerType, String ownerId) {
        return jpa.txExpr(em -> em.createQuery("update Attachment a set a.ownerType = :type, a.ownerId = :owner"
                                + " where a.id = :id and a.ownerId = ''")
                        .setParameter("type", ownerType)
                        .setParameter("owner", ownerId)
                        .setParameter("id", id)
                        .executeUpdate())
                == 1;
    }

    /** Takes an attachment from its owner. */
    public void disown(String id) {
        jpa.tx(em -> {
            AttachmentEntity entity = em.find(AttachmentEntity.class, id);
            entity.ownerType = "";
            entity.ownerId = "";
        });
    }

    /** Removes attachments that nobody owned in time. */
    public int removeUnowned(Instant before) {
        return jpa.txExpr(
                em -> em.createQuery("delete from Attachment a where a.ownerId = '' and a.uploadedAt < :before")
                        .setParameter("before", before.toEpochMilli())
                        .executeUpdate());
    }

    /** Whether some attachment names a content. */
    public boolean names(String sha256) {
        return jpa.txExpr(em -> em.createQuery("select count(a) from Attachment a where a.sha256 = :hash", Long.class)
                        .setParameter("hash", sha256)
                        .getSingleResult()
                > 0);
    }

    /** The contents that attachments name, by hash, a page at a time. */
    public List<String> contents(String afterHash, int limit) {
        return jpa.txExpr(em -> em.createQuery(
                        "select distinct a.sha256 from Attachment a where a.sha256 > :after order by a.sha256",
                        String.class)
                .setParameter("after", afterHash)
                .setMaxResults(limit)
                .getResultList());
    }

    /** Figures over all attachments. */
    public Stats stats() {
        return jpa.txExpr(em -> {
            Object[] row = (Object[]) em.createQuery(
                            "select count(a), count(distinct a.sha256), coalesce(sum(a.size), 0) from Attachment a")
                    .getSingleResult();
            return new Stats(
                    ((Number) row[0]).longValue(), ((Number) row[1]).longValue(), ((Number) row[2]).longValue());
        });
    }

    /** How many attachments there are. */
    public long count() {
        return jpa.txExpr(em ->
                em.createQuery("select count(a) from Attachment a", Long.class).getSingleResult());
    }
}
