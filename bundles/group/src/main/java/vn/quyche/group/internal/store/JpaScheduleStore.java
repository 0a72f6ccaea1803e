package vn.quyche.group.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.group.api.SortBy;
import vn.quyche.group.api.schedule.ScheduleState;
import vn.quyche.group.api.schedule.ScheduledIssue;
import vn.quyche.group.api.schedule.ScheduledIssues;

/** Planned issues, one for a draft, in JPA. */
@Component(service = JpaScheduleStore.class)
public final class JpaScheduleStore {

    private static final String LIST = "group.scheduled";

    private static final String SELECT =
            "select s, d.title from ScheduledIssue s, Directive d where d.id = s.directiveId";

    private final JpaTemplate jpa;

    @Activate
    public JpaScheduleStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a plan in place of an earlier one. The draft must be locked. */
    public void put(ScheduledIssue plan) {
        jpa.tx(em -> {
            ScheduleEntity known = em.find(ScheduleEntity.class, plan.directiveId());
            ScheduleEntity entity = known == null ? new ScheduleEntity() : known;
            entity.take(plan);
            if (known == null) {
                em.persist(entity);
            }
        });
    }

    /** By which account a planned issue was asked for. The draft must be locked. */
    public void asked(String directiveId, String accountId) {
        jpa.tx(em -> em.find(ScheduleEntity.class, directiveId).accountId = accountId);
    }

    /** By which account it was asked for; empty for what was planned before that was kept. */
    public String account(String directiveId) {
        return jpa.txExpr(em -> em.find(ScheduleEntity.class, directiveId).accountId);
    }

    /** Removes the plan of a directive, if there is one. */
    public boolean delete(String directiveId) {
        return jpa.txExpr(em -> em.createQuery("delete from ScheduledIssue s where s.directiveId = :id")
                        .setParameter("id", directiveId)
                        .executeUpdate()
                > 0);
    }

    /** The plan of a directive. */
    public Optional<ScheduledIssue> find(String directiveId) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(ScheduleEntity.class, directiveId))
                .map(plan -> plan.toRecord(titles(em, List.of(plan)).getOrDefault(directiveId, ""))));
    }

    /** The plans of a person by their moment. */
    public List<ScheduledIssue> list(
            String byId,
            Optional<ScheduleState> state,
            SortBy<ScheduledIssues.Column> order,
            Optional<String> after,
            int limit) {
        StringBuilder jpql = new StringBuilder("select s from ScheduledIssue s where s.byId = :by");
        state.ifPresent(only -> jpql.append(" and s.state = :state"));
        Optional<Cursor> cursor = after.map(text -> Cursor.parse(LIST, 2, text));
        cursor.ifPresent(from -> jpql.append(
                " and s.dueAt %1$s= :at and (s.dueAt %1$s :at or s.directiveId %1$s :id)".formatted(order.behind())));
        jpql.append(" order by s.dueAt" + order.direction() + ", s.directiveId" + order.direction());
        return jpa.txExpr(em -> {
            TypedQuery<ScheduleEntity> select =
                    em.createQuery(jpql.toString(), ScheduleEntity.class).setParameter("by", byId);
            state.ifPresent(only -> select.setParameter("state", only));
            cursor.ifPresent(from -> select.setParameter("at", from.number(0)).setParameter("id", from.text(1)));
            List<ScheduleEntity> plans = select.setMaxResults(limit).getResultList();
            Map<String, String> titles = titles(em, plans);
            return plans.stream()
                    .map(plan -> plan.toRecord(titles.getOrDefault(plan.directiveId, "")))
                    .toList();
        });
    }

    /** The cursor behind a plan in {@link #list}. */
    public static String cursor(ScheduledIssue plan) {
        return Cursor.of(LIST, plan.dueAt().toEpochMilli(), plan.directiveId());
    }

    /** The directives whose moment has come, those that waited longest first. */
    public List<String> due(Instant now, int limit) {
        return jpa.txExpr(em -> em.createQuery(
                        "select s.directiveId from ScheduledIssue s where s.state = :waiting and s.dueAt <= :now"
                                + " order by s.dueAt, s.directiveId",
                        String.class)
                .setParameter("waiting", ScheduleState.WAITING)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(limit)
                .getResultList());
    }

    /** Read by itself: joined, it would wait for a directive while it holds the plan for which another waits. */
    private static Map<String, String> titles(EntityManager em, List<ScheduleEntity> plans) {
        return plans.isEmpty()
                ? Map.of()
                : em
                        .createQuery("select d.id, d.title from Directive d where d.id in :ids", Object[].class)
                        .setParameter(
                                "ids",
                                plans.stream().map(plan -> plan.directiveId).toList())
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }
}
