package vn.quyche.group.internal.store;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.group.api.members.PostingPolicy;
import vn.quyche.group.api.members.PostingRule;
import vn.quyche.group.api.members.PostingSuspension;

/** Keeps who may post in a group from which day on, and from whom the right is withdrawn. */
@Component(service = JpaPostingStore.class)
public final class JpaPostingStore {

    private static final SortedList RULES = SortedList.of("group.posting-rules", "PostingRule r", "r.id", "-from")
            .by("from", "r.first", LocalDate.class);

    private static final SortedList SUSPENSIONS = SortedList.of(
                    "group.suspensions", "PostingSuspension s", "s.id", "-withdrawn")
            .byId("withdrawn");

    private final JpaTemplate jpa;

    @Activate
    public JpaPostingStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Keeps a rule. The group must be locked. */
    public void say(PostingRule rule) {
        jpa.tx(em -> em.persist(new PostingRuleEntity(rule)));
    }

    /** Who may post in a group on a day; those who are named where nothing was said. */
    public PostingPolicy policy(String groupId, LocalDate day) {
        return jpa.txExpr(em -> PostingRows.policy(em.unwrap(Connection.class), groupId, day))
                .orElse(PostingPolicy.NAMED);
    }

    /** What was said about a group, the latest day first. */
    public Page<PostingRule> rules(String groupId, PageRequest page) {
        SortedList.Query wanted = RULES.query(page).and("r.groupId = :group", "group", groupId);
        return Selecting.page(jpa, wanted, PostingRuleEntity.class).map(PostingRuleEntity::toRecord);
    }

    /** Until when somebody may not post in a group; empty when they may on the day. */
    public Optional<LocalDate> withdrawn(String groupId, String personId, LocalDate day) {
        return jpa.txExpr(em -> PostingRows.withdrawn(em.unwrap(Connection.class), groupId, personId, day));
    }

    /** Withdraws the right to post. */
    public void withdraw(PostingSuspension suspension) {
        jpa.tx(em -> {
            SuspensionEntity entity = new SuspensionEntity();
            entity.id = suspension.id();
            entity.groupId = suspension.groupId();
            entity.personId = suspension.personId();
            entity.first = suspension.from();
            entity.last = suspension.to();
            entity.caseId = suspension.caseId();
            entity.returnedBy = "";
            entity.returnReason = "";
            em.persist(entity);
        });
    }

    /** One of those that were withdrawn, locked until the transaction ends. */
    public Optional<PostingSuspension> lock(String id) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_group.posting_suspension set returned_by = returned_by where id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            return Optional.ofNullable(em.find(SuspensionEntity.class, id)).map(SuspensionEntity::toRecord);
        });
    }

    /** Gives the right back before its day. */
    public void giveBack(String id, Instant at, String by, String reason) {
        jpa.tx(em -> {
            SuspensionEntity entity = em.find(SuspensionEntity.class, id);
            entity.returnedAt = at.toEpochMilli();
            entity.returnedBy = by;
            entity.returnReason = reason;
        });
    }

    /**
     * From whom the right was withdrawn in a group, the latest first.
     *
     * @param personId only this person's
     * @param holdingOn only what holds on this day or later
     */
    public Page<PostingSuspension> suspensions(
            String groupId, Optional<String> personId, Optional<LocalDate> holdingOn, PageRequest page) {
        SortedList.Query wanted = SUSPENSIONS.query(page).and("s.groupId = :group", "group", groupId);
        personId.ifPresent(id -> wanted.and("s.personId = :person", "person", id));
        holdingOn.ifPresent(day -> wanted.and("s.returnedAt is null and s.last >= :day", "day", day));
        return Selecting.page(jpa, wanted, SuspensionEntity.class).map(SuspensionEntity::toRecord);
    }
}
