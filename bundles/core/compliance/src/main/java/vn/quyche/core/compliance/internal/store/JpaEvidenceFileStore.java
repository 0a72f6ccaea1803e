package vn.quyche.core.compliance.internal.store;

import java.util.List;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.compliance.internal.model.EvidenceFile;

/** Keeps which evidence was put together. */
@Component(service = JpaEvidenceFileStore.class)
public final class JpaEvidenceFileStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaEvidenceFileStore(@Reference(target = "(osgi.unit.name=compliance)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a new one. */
    public void insert(EvidenceFile file) {
        jpa.tx(em -> {
            EvidenceFileEntity entity = new EvidenceFileEntity();
            entity.take(file);
            em.persist(entity);
        });
    }

    /** Ends one that runs; false when it has ended already. */
    public boolean end(EvidenceFile file) {
        return jpa.txExpr(em -> {
            EvidenceFileEntity entity = em.find(EvidenceFileEntity.class, file.id());
            if (entity == null || !EvidenceFile.State.RUNNING.name().equals(entity.state)) {
                return false;
            }
            entity.take(file);
            em.merge(entity);
            return true;
        });
    }

    public Optional<EvidenceFile> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(EvidenceFileEntity.class, id)).map(EvidenceFileEntity::toFile));
    }

    /** Newest first, behind an id. */
    public List<EvidenceFile> list(Optional<String> after, int limit) {
        return jpa.txExpr(em -> {
            TypedQuery<EvidenceFileEntity> rows = em.createQuery(
                    "select f from EvidenceFileEntity f" + (after.isPresent() ? " where f.id < :after" : "")
                            + " order by f.id desc",
                    EvidenceFileEntity.class);
            after.ifPresent(id -> rows.setParameter("after", id));
            return rows.setMaxResults(limit).getResultList().stream()
                    .map(EvidenceFileEntity::toFile)
                    .toList();
        });
    }
}
