package vn.quyche.core.compliance.internal.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.compliance.internal.model.RuleChange;

/** Keeps what the school decided about recurring rules, and how far their duties were laid. */
@Component(service = JpaRuleStore.class)
public final class JpaRuleStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaRuleStore(@Reference(target = "(osgi.unit.name=compliance)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** What was decided about a rule, by the first day. */
    public List<RuleChange> changes(String ruleId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select c from RuleChangeEntity c where c.ruleId = :rule order by c.validFrom",
                        RuleChangeEntity.class)
                .setParameter("rule", ruleId)
                .getResultList()
                .stream()
                .map(RuleChangeEntity::toChange)
                .toList());
    }

    /** Enters a decision; one for the same day takes the place of the earlier one. */
    public void put(RuleChange change) {
        jpa.tx(em -> {
            em.merge(RuleChangeEntity.of(change));
            em.flush();
        });
    }

    /**
     * The first day for which the duties of a rule may still change; empty when the rule is new. Until the transaction ends
     * no other one lays duties of the rule.
     */
    public Optional<LocalDate> settledTo(String ruleId) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(RuleEntity.class, ruleId, LockModeType.PESSIMISTIC_WRITE))
                .map(rule -> rule.settledTo));
    }

    /** Says that the duties of a rule before a day will not change any more. */
    public void settle(String ruleId, LocalDate to) {
        jpa.tx(em -> {
            RuleEntity rule = new RuleEntity();
            rule.id = ruleId;
            rule.settledTo = to;
            em.merge(rule);
            em.createQuery("delete from RuleDayEntity d where d.ruleId = :rule and d.day < :to")
                    .setParameter("rule", ruleId)
                    .setParameter("to", to)
                    .executeUpdate();
            em.flush();
        });
    }

    /** What was laid for a day ahead; empty when nothing was yet. */
    public Optional<String> fingerprint(String ruleId, LocalDate day) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(RuleDayEntity.class, new RuleDayEntity.Key(ruleId, day)))
                .map(row -> row.fingerprint));
    }

    /** Notes what is laid for a day ahead. */
    public void laid(String ruleId, LocalDate day, String fingerprint) {
        jpa.tx(em -> {
            RuleDayEntity row = new RuleDayEntity();
            row.ruleId = ruleId;
            row.day = day;
            row.fingerprint = fingerprint;
            em.merge(row);
        });
    }
}
