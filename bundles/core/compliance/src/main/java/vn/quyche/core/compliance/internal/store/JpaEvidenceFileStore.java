package vn.quyche.core.compliance.internal.store;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.core.compliance.internal.model.EvidenceFile;
import vn.quyche.core.compliance.internal.model.EvidenceFileQuery;

/** Keeps which evidence was put together. */
@Component(service = JpaEvidenceFileStore.class)
public final class JpaEvidenceFileStore {

    private static final SortedList LIST = SortedList.of(
                    "compliance.evidence-files", "EvidenceFileEntity f", "f.id", "-asked")
            .byId("asked")
            .by("period", "f.to", LocalDate.class);

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

    /** The files that a query finds, newest first unless sorted otherwise. */
    public Page<EvidenceFile> list(EvidenceFileQuery query, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        query.state().ifPresent(state -> wanted.and("f.state = :state", "state", state.name()));
        query.regulation().ifPresent(id -> wanted.and("f.regulation = :regulation", "regulation", id));
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> rows = em.createQuery(wanted.jpql(), Object[].class);
            wanted.values().forEach(rows::setParameter);
            return wanted.page(rows.setMaxResults(wanted.limit()).getResultList(), EvidenceFileEntity.class)
                    .map(EvidenceFileEntity::toFile);
        });
    }
}
