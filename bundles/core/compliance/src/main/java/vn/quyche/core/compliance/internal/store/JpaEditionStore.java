package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.RegulationArticle;

/** Keeps the school's own regulations, their editions and who has read them. */
@Component(service = JpaEditionStore.class)
public final class JpaEditionStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaEditionStore(@Reference(target = "(osgi.unit.name=compliance)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** All regulations by title: a school has a dozen. */
    public List<RegulationRow> regulations() {
        return jpa.txExpr(em -> em
                .createQuery("select r from RegulationEntity r order by r.title, r.id", RegulationEntity.class)
                .getResultList()
                .stream()
                .map(RegulationEntity::toRow)
                .toList());
    }

    public Optional<RegulationRow> regulation(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(RegulationEntity.class, id)).map(RegulationEntity::toRow));
    }

    /** The regulation that came from a pack. */
    public Optional<RegulationRow> regulationOf(String origin) {
        return jpa.txExpr(em -> em.createQuery(
                        "select r from RegulationEntity r where r.origin = :origin", RegulationEntity.class)
                .setParameter("origin", origin)
                .getResultStream()
                .findFirst()
                .map(RegulationEntity::toRow));
    }

    /** Stores a new regulation; a second one of the same origin fails. */
    public void insert(RegulationRow row) {
        jpa.tx(em -> {
            RegulationEntity entity = new RegulationEntity();
            entity.id = row.id();
            entity.origin = row.origin();
            entity.title = row.title();
            entity.shortTitle = row.shortTitle();
            entity.draftId = row.draftId().orElse(null);
            entity.version = row.version();
            em.persist(entity);
            em.flush();
        });
    }

    /** Changes a regulation that is still in the version of the row, and locks it; false when it is not. */
    public boolean change(RegulationRow row) {
        return jpa.txExpr(
                em -> em.createQuery("update RegulationEntity r set r.title = :title, r.shortTitle = :shortTitle,"
                                        + " r.draftId = :draftId, r.version = r.version + 1"
                                        + " where r.id = :id and r.version = :version")
                                .setParameter("title", row.title())
                                .setParameter("shortTitle", row.shortTitle())
                                .setParameter("draftId", row.draftId().orElse(null))
                                .setParameter("id", row.id())
                                .setParameter("version", row.version())
                                .executeUpdate()
                        == 1);
    }

    /** Takes away a regulation that never had a decided edition. */
    public void removeRegulation(String id) {
        jpa.tx(em -> em.createQuery("delete from RegulationEntity r where r.id = :id")
                .setParameter("id", id)
                .executeUpdate());
    }

    /** An edition with its articles. */
    public Optional<Edition> edition(String id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(EditionEntity.class, id))
                .map(entity -> entity.toEdition(articles(em, id))));
    }

    /** The editions of a regulation without their articles, latest first. */
    public List<Edition> editions(String regulationId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select e from EditionEntity e where e.regulationId = :id order by e.sequence desc",
                        EditionEntity.class)
                .setParameter("id", regulationId)
                .getResultList()
                .stream()
                .map(entity -> entity.toEdition(List.of()))
                .toList());
    }

    /** All decided editions without their articles. */
    public List<Edition> decided() {
        return jpa.txExpr(em -> em
                .createQuery("select e from EditionEntity e where e.decidedAt is not null", EditionEntity.class)
                .getResultList()
                .stream()
                .map(entity -> entity.toEdition(List.of()))
                .toList());
    }

    /** Stores a new edition. */
    public void insert(Edition edition) {
        jpa.tx(em -> {
            EditionEntity entity = new EditionEntity();
            entity.take(edition);
            em.persist(entity);
            write(em, edition);
        });
    }

    /** Writes an edition that is still in its version, which goes up by one; false when it is not. */
    public boolean save(Edition edition) {
        return jpa.txExpr(em -> {
            int locked = em.createQuery("update EditionEntity e set e.version = e.version + 1"
                            + " where e.id = :id and e.version = :version and e.decidedAt is null")
                    .setParameter("id", edition.id())
                    .setParameter("version", edition.version())
                    .executeUpdate();
            if (locked == 0) {
                return false;
            }
            EditionEntity entity = em.find(EditionEntity.class, edition.id());
            em.refresh(entity);
            entity.take(edition);
            entity.version = edition.version() + 1;
            em.createQuery("delete from ArticleEntity a where a.editionId = :id")
                    .setParameter("id", edition.id())
                    .executeUpdate();
            write(em, edition);
            return true;
        });
    }

    /** Writes down when an edition ends and what ends it. */
    public void end(String editionId, LocalDate lastDay, String endedBy) {
        jpa.tx(em -> em.createQuery("update EditionEntity e set e.endsOn = :day, e.endedBy = :by where e.id = :id")
                .setParameter("day", lastDay)
                .setParameter("by", endedBy)
                .setParameter("id", editionId)
                .executeUpdate());
    }

    /** Takes away a draft; false when it is no longer in this version. */
    public boolean remove(String editionId, long version) {
        return jpa.txExpr(em -> {
            int removed = em.createQuery(
                            "delete from EditionEntity e where e.id = :id and e.version = :version and e.decidedAt is null")
                    .setParameter("id", editionId)
                    .setParameter("version", version)
                    .executeUpdate();
            if (removed == 1) {
                em.createQuery("delete from ArticleEntity a where a.editionId = :id")
                        .setParameter("id", editionId)
                        .executeUpdate();
            }
            return removed == 1;
        });
    }

    /** The day up to which an edition was laid before people. */
    public Optional<LocalDate> laidOn(String editionId) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(EditionEntity.class, editionId))
                .flatMap(entity -> Optional.ofNullable(entity.laidOn)));
    }

    /** Remembers that an edition was laid before everybody of a day. */
    public void laid(String editionId, LocalDate day) {
        jpa.tx(em -> em.createQuery("update EditionEntity e set e.laidOn = :day where e.id = :id")
                .setParameter("day", day)
                .setParameter("id", editionId)
                .executeUpdate());
    }

    /** Who has read an edition. */
    public List<Receipt> receipts(String editionId) {
        return jpa.txExpr(em -> em
                .createQuery("select r from ReceiptEntity r where r.editionId = :id", ReceiptEntity.class)
                .setParameter("id", editionId)
                .getResultList()
                .stream()
                .map(one -> new Receipt(one.personId, Instant.ofEpochMilli(one.acknowledgedAt), one.textHash))
                .toList());
    }

    /** Whether a person has read an edition. */
    public Optional<Receipt> receipt(String editionId, String personId) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(ReceiptEntity.class, new ReceiptEntity.Key(editionId, personId)))
                        .map(one -> new Receipt(one.personId, Instant.ofEpochMilli(one.acknowledgedAt), one.textHash)));
    }

    /** Writes down that a person has read an edition. */
    public void insert(String editionId, Receipt receipt) {
        jpa.tx(em -> {
            ReceiptEntity entity = new ReceiptEntity();
            entity.editionId = editionId;
            entity.personId = receipt.personId();
            entity.acknowledgedAt = receipt.at().toEpochMilli();
            entity.textHash = receipt.textHash();
            em.persist(entity);
            em.flush();
        });
    }

    private static List<RegulationArticle> articles(EntityManager em, String editionId) {
        return em
                .createQuery(
                        "select a from ArticleEntity a where a.editionId = :id order by a.position",
                        ArticleEntity.class)
                .setParameter("id", editionId)
                .getResultList()
                .stream()
                .map(ArticleEntity::toArticle)
                .toList();
    }

    private static void write(EntityManager em, Edition edition) {
        List<RegulationArticle> articles = new ArrayList<>(edition.content().articles());
        for (int i = 0; i < articles.size(); i++) {
            em.persist(ArticleEntity.of(edition.id(), i, articles.get(i)));
        }
        em.flush();
    }
}
