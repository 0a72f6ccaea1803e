package vn.quyche.group.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.group.api.conduct.PostingPolicy;

/** Keeps who may post in groups. */
@Component(service = JpaPostingStore.class)
public final class JpaPostingStore {

    private final JpaTemplate jpa;

    /** A policy and why it was set. */
    public record Policy(PostingPolicy policy, String reason) {}

    /** Until when somebody may not post, and the case from which it follows. */
    public record Withdrawn(LocalDate until, String caseId) {}

    @Activate
    public JpaPostingStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** The policy of a group; the usual one when none was set. */
    public Policy policy(String groupId) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(PostingPolicyEntity.class, groupId))
                .map(entity -> new Policy(entity.policy, entity.reason))
                .orElseGet(() -> new Policy(PostingPolicy.NAMED, "")));
    }

    /** Sets the policy of a group that is locked. */
    public void set(String groupId, Policy policy, Instant at) {
        jpa.tx(em -> {
            PostingPolicyEntity entity = new PostingPolicyEntity();
            entity.groupId = groupId;
            entity.policy = policy.policy();
            entity.reason = policy.reason();
            entity.setAt = at.toEpochMilli();
            em.merge(entity);
        });
    }

    /** From whom the right is withdrawn on a day, by id. */
    public Map<String, Withdrawn> withdrawn(String groupId, LocalDate day) {
        return jpa.txExpr(em -> {
            Map<String, Withdrawn> found = new TreeMap<>();
            em.createQuery(
                            "select w from PostingWithdrawal w where w.key.groupId = :group and w.until >= :day",
                            WithdrawalEntity.class)
                    .setParameter("group", groupId)
                    .setParameter("day", day)
                    .getResultList()
                    .forEach(entity -> found.put(entity.key.personId, new Withdrawn(entity.until, entity.caseId)));
            return found;
        });
    }

    /** Withdraws the right; one that lasts longer already stays. */
    public void withdraw(String groupId, String personId, Withdrawn withdrawn) {
        jpa.tx(em -> {
            WithdrawalEntity entity = new WithdrawalEntity(groupId, personId);
            WithdrawalEntity standing = em.find(WithdrawalEntity.class, entity.key);
            if (standing == null || standing.until.isBefore(withdrawn.until())) {
                entity.until = withdrawn.until();
                entity.caseId = withdrawn.caseId();
                em.merge(entity);
            }
        });
    }

    /** Gives the right back. */
    public void restore(String groupId, String personId) {
        jpa.tx(em -> em.createQuery(
                        "delete from PostingWithdrawal w where w.key.groupId = :group and w.key.personId = :person")
                .setParameter("group", groupId)
                .setParameter("person", personId)
                .executeUpdate());
    }
}
