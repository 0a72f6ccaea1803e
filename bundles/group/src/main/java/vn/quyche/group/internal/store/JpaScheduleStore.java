package vn.quyche.group.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.group.api.schedule.ScheduleState;
import vn.quyche.group.api.schedule.ScheduledIssue;

/** Planned issues, one for a draft, in JPA. */
@Component(service = JpaScheduleStore.class)
public final class JpaScheduleStore {

    private static final SortedList LIST = SortedList.of("group.scheduled", "ScheduledIssue s", "s.directiveId", "due")
            .by("due", "s.dueAt", Long.class);

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

    /** The plans of a person, the next first ({@code due}). */
    public Page<ScheduledIssue> list(String byId, Optional<ScheduleState> state, PageRequest page) {
        SortedList.Query wanted = LIST.query(page).and("s.byId = :by", "by", byId);
        state.ifPresent(only -> wanted.and("s.state = :state", "state", only));
        return jpa.txExpr(em -> {
            Page<ScheduleEntity> plans = Selecting.page(jpa, wanted, ScheduleEntity.class);
            Map<String, String> titles = titles(em, plans.items());
            return plans.map(plan -> plan.toRecord(titles.getOrDefault(plan.directiveId, "")));
        });
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
