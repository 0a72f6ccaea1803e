package vn.quyche.group.internal.store;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.group.api.members.PostingPolicy;
import vn.quyche.group.api.members.PostingRule;
import vn.quyche.group.api.members.PostingSuspension;

/** Keeps who may post in a group from which day on, and from whom the right is withdrawn. */
@Component(service = JpaPostingStore.class)
public final class JpaPostingStore {

    private static final String RULES = "group.posting-rules";

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
    public List<PostingRule> rules(String groupId, Optional<String> after, int limit) {
        Optional<Cursor> cursor = after.map(text -> Cursor.parse(RULES, 2, text));
        String behind = cursor.isPresent() ? " and (r.first < :first or (r.first = :first and r.id < :id))" : "";
        return jpa.txExpr(em -> {
            TypedQuery<PostingRuleEntity> select = em.createQuery(
                            "select r from PostingRule r where r.groupId = :group" + behind
                                    + " order by r.first desc, r.id desc",
                            PostingRuleEntity.class)
                    .setParameter("group", groupId);
            cursor.ifPresent(from -> select.setParameter("first", day(from)).setParameter("id", from.text(1)));
            return select.setMaxResults(limit).getResultList().stream()
                    .map(PostingRuleEntity::toRecord)
                    .toList();
        });
    }

    /** The cursor behind a rule in {@link #rules}. */
    public static String cursor(PostingRule rule) {
        return Cursor.of(RULES, rule.from().toEpochDay(), rule.id());
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
    public List<PostingSuspension> suspensions(
            String groupId,
            Optional<String> personId,
            Optional<LocalDate> holdingOn,
            Optional<String> after,
            int limit) {
        StringBuilder jpql = new StringBuilder("select s from PostingSuspension s where s.groupId = :group");
        personId.ifPresent(id -> jpql.append(" and s.personId = :person"));
        holdingOn.ifPresent(day -> jpql.append(" and s.returnedAt is null and s.last >= :day"));
        after.ifPresent(id -> jpql.append(" and s.id < :after"));
        jpql.append(" order by s.id desc");
        return jpa.txExpr(em -> {
            TypedQuery<SuspensionEntity> select =
                    em.createQuery(jpql.toString(), SuspensionEntity.class).setParameter("group", groupId);
            personId.ifPresent(id -> select.setParameter("person", id));
            holdingOn.ifPresent(day -> select.setParameter("day", day));
            after.ifPresent(id -> select.setParameter("after", id));
            return select.setMaxResults(limit).getResultList().stream()
                    .map(SuspensionEntity::toRecord)
                    .toList();
        });
    }

    private static LocalDate day(Cursor cursor) {
        return LocalDate.ofEpochDay(Math.max(-700_000, Math.min(2_000_000, cursor.number(0))));
    }
}
