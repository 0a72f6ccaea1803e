package vn.quyche.group.internal.store;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps from whom the right to post in a group is withdrawn. */
@Component(service = JpaPostingStore.class)
public final class JpaPostingStore {

    private final JpaTemplate jpa;

    /** Until when somebody may not post, and the case from which it follows. */
    public record Withdrawn(LocalDate until, String caseId) {}

    @Activate
    public JpaPostingStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Until when somebody may not post in a group; empty when they may on the day. */
    public Optional<LocalDate> withdrawn(String groupId, String personId, LocalDate day) {
        return jpa.txExpr(em -> Optional.ofNullable(
                        em.find(WithdrawalEntity.class, new WithdrawalEntity(groupId, personId).key))
                .map(entity -> entity.until)
                .filter(until -> !until.isBefore(day)));
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
}
