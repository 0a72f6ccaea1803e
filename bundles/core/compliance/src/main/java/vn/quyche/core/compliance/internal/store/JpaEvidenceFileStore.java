package vn.quyche.core.compliance.internal.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.compliance.internal.model.EvidenceFile;
import vn.quyche.core.compliance.internal.model.EvidenceFileQuery;

/** Keeps which evidence was put together. */
@Component(service = JpaEvidenceFileStore.class)
public final class JpaEvidenceFileStore {

    private static final String LIST = "compliance.evidence-files.";

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

    /** The files that a query finds, behind a cursor ({@link #cursor}). */
    public List<EvidenceFile> list(EvidenceFileQuery query, Optional<String> after, int limit) {
        boolean byPeriod = query.by() == EvidenceFileQuery.Column.PERIOD;
        String sign = query.descending() ? "<" : ">";
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        query.state().ifPresent(state -> {
            conditions.add("f.state = :state");
            values.put("state", state.name());
        });
        query.regulation().ifPresent(regulation -> {
            conditions.add("f.regulation = :regulation");
            values.put("regulation", regulation);
        });
        after.map(cursor -> Cursor.parse(name(query), 2, cursor)).ifPresent(last -> {
            conditions.add(
                    byPeriod
                            ? "f.to %1$s= :lastDay and (f.to %1$s :lastDay or f.id %1$s :lastId)".formatted(sign)
                            : "f.id " + sign + " :lastId");
            values.put("lastId", last.text(1));
            if (byPeriod) {
                values.put("lastDay", LocalDate.ofEpochDay(last.number(0)));
            }
        });
        String direction = query.descending() ? " desc" : "";
        return jpa.txExpr(em -> {
            TypedQuery<EvidenceFileEntity> rows = em.createQuery(
                    "select f from EvidenceFileEntity f"
                            + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                            + " order by "
                            + (byPeriod ? "f.to" + direction + ", " : "")
                            + "f.id"
                            + direction,
                    EvidenceFileEntity.class);
            values.forEach(rows::setParameter);
            return rows.setMaxResults(limit).getResultList().stream()
                    .map(EvidenceFileEntity::toFile)
                    .toList();
        });
    }

    /** The cursor behind a file. */
    public static String cursor(EvidenceFileQuery query, EvidenceFile file) {
        return Cursor.of(name(query), file.days().to().toEpochDay(), file.id());
    }

    private static String name(EvidenceFileQuery query) {
        return LIST + query.by();
    }
}
