package vn.quyche.core.compliance.internal.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.ParameterValues.Value;
import vn.quyche.core.compliance.internal.model.CitedPlace;
import vn.quyche.core.compliance.internal.model.DecidedValue;
import vn.quyche.core.compliance.internal.model.RegulationArticle;
import vn.quyche.core.compliance.internal.model.RegulationArticle.ClausePlace;

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

    /** The value that begins on a day. */
    public Optional<Value> on(String key, LocalDate day) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(ParameterValueEntity.class, new ParameterValueEntity.Key(key, day)))
                        .map(ParameterValueEntity::toValue));
    }

    /** Stores a value in place of one that begins on the same day. */
    public void put(String key, Value value) {
        jpa.tx(em -> {
            ParameterValueEntity.Key id = new ParameterValueEntity.Key(key, value.validFrom());
            ParameterValueEntity entity = em.find(ParameterValueEntity.class, id);
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
        });
    }

    /** Where clauses stand in the school's own regulations, in all decided editions. */
    public List<CitedPlace> places() {
        return jpa.txExpr(em -> {
            List<Object[]> rows = em.createQuery(
                            "select e.id, e.effectiveOn, e.endsOn, e.shortTitle, a.number, a.ordinal, a.chapter, a.clauses"
                                    + " from EditionEntity e, ArticleEntity a"
                                    + " where a.editionId = e.id and e.decidedAt is not null",
                            Object[].class)
                    .getResultList();
            Set<String> twins = rows.stream()
                    .filter(row -> (Integer) row[5] > 1)
                    .map(row -> row[0] + " " + row[4])
                    .collect(Collectors.toSet());
            return rows.stream()
                    .flatMap(row -> ArticleEntity.places((String) row[7]).stream()
                            .map(place -> place(row, place, twins.contains(row[0] + " " + row[4]))))
                    .toList();
        });
    }

    private static CitedPlace place(Object[] row, ClausePlace place, boolean twins) {
        String citation =
                RegulationArticle.citation((String) row[4], (Integer) row[5], (String) row[6], place.point(), twins);
        return new CitedPlace(
                place.clause(),
                (LocalDate) row[1],
                Optional.ofNullable((LocalDate) row[2]),
                (citation + " " + row[3]).strip());
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
