package vn.quyche.core.compliance.internal.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.ParameterValues.Value;
import vn.quyche.core.compliance.internal.model.DecidedValue;

/** Keeps what the school decided about its parameters, and which clauses it once had. */
@Component(service = JpaRegulationStore.class)
public final class JpaRegulationStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaRegulationStore(@Reference(target = "(osgi.unit.name=compliance)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Everything that was decided: few rows. */
    public List<DecidedValue> values() {
        return jpa.txExpr(
                em -> em
                        .createQuery("select v from ParameterValueEntity v", ParameterValueEntity.class)
                        .getResultList()
                        .stream()
                        .map(entity -> new DecidedValue(entity.key, entity.validFrom, entity.value))
                        .toList());
    }

    /** What was decided for a parameter, latest first. */
    public List<Value> history(String key) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select v from ParameterValueEntity v where v.key = :key order by v.validFrom desc",
                        ParameterValueEntity.class)
                .setParameter("key", key)
                .getResultList()
                .stream()
                .map(ParameterValueEntity::toValue)
                .toList());
    }

    /** Stores a value; gives the one that it replaces. */
    public Optional<Value> put(String key, Value value) {
        return jpa.txExpr(em -> {
            ParameterValueEntity.Key id = new ParameterValueEntity.Key(key, value.validFrom());
            ParameterValueEntity entity = em.find(ParameterValueEntity.class, id);
            Optional<Value> before = Optional.ofNullable(entity).map(ParameterValueEntity::toValue);
            if (entity == null) {
                entity = new ParameterValueEntity();
                entity.key = key;
                entity.validFrom = value.validFrom();
            }
            entity.value = value.value();
            entity.decision = value.decision();
            entity.enteredBy = value.enteredBy();
            entity.enteredAt = value.enteredAt().toEpochMilli();
            em.persist(entity);
            return before;
        });
    }

    /** The clauses that were ever carried out here. */
    public List<Clause> rememberedClauses() {
        return jpa.txExpr(
                em -> em.createQuery("select c from ClauseEntity c", ClauseEntity.class).getResultList().stream()
                        .map(ClauseEntity::toClause)
                        .toList());
    }

    /** Remembers clauses as they are now. */
    public void remember(Collection<Clause> clauses) {
        jpa.tx(em -> clauses.forEach(clause -> em.merge(ClauseEntity.of(clause))));
    }
}
