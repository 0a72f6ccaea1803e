package vn.quyche.group.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.group.api.GroupDecision;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.LookAlike;
import vn.quyche.group.api.Recognition;

/** The decisions on groups, and with them the list of any day, in JPA. */
@Component(service = JpaDecisionStore.class)
public final class JpaDecisionStore {

    private static final SortedList LIST = SortedList.of("group.decisions", "GroupDecision d", "d.id", "-effective")
            .by("effective", "d.effectiveOn", LocalDate.class);

    private static final SortedList OF_DAY =
            SortedList.of("group.official", "GroupDecision d", "d.id", "name").by("name", "d.sortKey", String.class);

    private static final int AT_ONCE = 500;

    /** Official on a day: the decision holds that day, the group stands, and its last day is not past. */
    private static final String ON_THE_DAY =
            "d.effectiveOn <= :day and (d.untilOn is null or d.untilOn > :day) and d.status = :active"
                    + " and (d.endsOn is null or d.endsOn >= :day)";

    private static final String OFFICIAL = "select d from GroupDecision d where " + ON_THE_DAY;

    private static final String EVER =
            "select d from GroupDecision d where d.effectiveOn <= :day and d.status = :active";
    private static final String LATEST = " order by d.effectiveOn desc, d.id desc";
    private static final int MOST_OF_A_NAME = 100;

    private final JpaTemplate jpa;

    @Activate
    public JpaDecisionStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a decision; the one before it holds until its day. The group must be locked. */
    public void insert(GroupDecision decision) {
        jpa.tx(em -> {
            em.createQuery("update GroupDecision d set d.untilOn = :day"
                            + " where d.groupId = :group and d.untilOn is null")
                    .setParameter("day", decision.effectiveOn())
                    .setParameter("group", decision.groupId())
                    .executeUpdate();
            em.persist(new DecisionEntity(decision));
        });
    }

    /** The place of the next decision on a group, which must be locked. */
    public int nextPlace(String groupId) {
        return jpa.txExpr(em -> {
            Integer last = em.createQuery(
                            "select max(d.place) from GroupDecision d where d.groupId = :group", Integer.class)
                    .setParameter("group", groupId)
                    .getSingleResult();
            return last == null ? 1 : last + 1;
        });
    }

    /** The decision on a group whose day has not come yet. */
    public Optional<GroupDecision> pending(String groupId) {
        return read(
                        "select d from GroupDecision d where d.groupId = :group and d.pending = :pending",
                        Map.of("group", groupId, "pending", true),
                        1)
                .stream()
                .findFirst();
    }

    /** The decisions whose day has come, the earliest first. */
    public List<GroupDecision> due(LocalDate day, int limit) {
        return byIds(idsDue(day, limit));
    }

    /** The ids of the decisions whose day has come. */
    List<String> idsDue(LocalDate day, int limit) {
        return ids(
                "select d from GroupDecision d where d.pending = :pending and d.effectiveOn <= :day"
                        + " order by d.effectiveOn, d.id",
                Map.of("pending", true, "day", day),
                limit);
    }

    /** The names that groups will bear by decisions whose day has not come yet. */
    public List<LookAlike> plannedNames() {
        return read(
                        "select d from GroupDecision d where d.pending = :pending and d.status = :active",
                        Map.of("pending", true, "active", GroupStatus.ACTIVE),
                        Integer.MAX_VALUE)
                .stream()
                .map(decision -> new LookAlike(decision.groupId(), decision.code(), decision.name()))
                .toList();
    }

    /** The register follows a decision now. The group must be locked. */
    public void tookEffect(String id) {
        jpa.tx(em -> em.find(DecisionEntity.class, id).pending = false);
    }

    /** Takes a decision back before its day; the one before it holds on. The group must be locked. */
    public void withdraw(GroupDecision decision, Instant at, String by, String reason) {
        jpa.tx(em -> {
            DecisionEntity entity = em.find(DecisionEntity.class, decision.id());
            entity.pending = false;
            entity.untilOn = entity.effectiveOn;
            entity.withdrawnAt = at.toEpochMilli();
            entity.withdrawnBy = by;
            entity.withdrawnReason = reason;
            em.createQuery(
                            "select d from GroupDecision d where d.groupId = :group and d.place < :place"
                                    + " and d.withdrawnAt is null order by d.place desc",
                            DecisionEntity.class)
                    .setParameter("group", entity.groupId)
                    .setParameter("place", entity.place)
                    .setMaxResults(1)
                    .getResultList()
                    .forEach(before -> before.untilOn = null);
        });
    }

    /** The last decision on a group, but for those that were taken back. */
    public Optional<GroupDecision> last(String groupId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d from GroupDecision d where d.groupId = :group and d.withdrawnAt is null"
                                + " order by d.place desc",
                        DecisionEntity.class)
                .setParameter("group", groupId)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(DecisionEntity::toRecord));
    }

    /**
     * The ids of decisions, the latest first ({@code -effective}), each with the cursor behind it; one more than the page has
     * when there are more.
     */
    public Map<String, String> ids(Recognition.Query query, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        query.text()
                .ifPresent(text -> wanted.and(
                                "(d.nameFolded like :text escape '!' or d.code = :code or upper(d.number) = :code)",
                                "text",
                                Like.containing(VietnameseText.fold(text)))
                        .with("code", VietnameseText.nfc(text).toUpperCase(Locale.ROOT)));
        query.disposition()
                .ifPresent(disposition -> wanted.and("d.disposition = :disposition", "disposition", disposition));
        query.groupId().ifPresent(group -> wanted.and("d.groupId = :group", "group", group));
        return Selecting.ids(jpa, wanted);
    }

    /** What was official on a day, by the {@code name} of that day. */
    public Page<GroupDecision> officialOn(LocalDate day, PageRequest page) {
        Page<String> ids = Selecting.pageOfIds(jpa, onDay(day, Optional.empty(), page));
        return new Page<>(byIds(ids.items()), ids.next());
    }

    /**
     * The ids of the decisions by which groups were official on a day, by the {@code name} of that day, each with the cursor
     * behind it; one more than the page has when there are more.
     */
    public Map<String, String> idsOn(LocalDate day, Optional<String> text, PageRequest page) {
        return Selecting.ids(jpa, onDay(day, text, page));
    }

    private static SortedList.Query onDay(LocalDate day, Optional<String> text, PageRequest page) {
        SortedList.Query wanted = OF_DAY.query(page).and(ON_THE_DAY, "day", day).with("active", GroupStatus.ACTIVE);
        text.ifPresent(part -> wanted.and(
                        "(d.nameFolded like :text escape '!' or d.code = :code)",
                        "text",
                        Like.containing(VietnameseText.fold(part)))
                .with("code", VietnameseText.nfc(part).toUpperCase(Locale.ROOT)));
        return wanted;
    }

    /** The decision by which a group was official on a day. */
    public Optional<GroupDecision> officialOn(String groupId, LocalDate day) {
        return read(
                        OFFICIAL + " and d.groupId = :group",
                        Map.of("day", day, "active", GroupStatus.ACTIVE, "group", groupId),
                        1)
                .stream()
                .findFirst();
    }

    /** The decisions that made groups of a whole name official until a day, the last first. */
    public List<GroupDecision> everOfficialByName(String name, LocalDate until) {
        return read(
                EVER + " and d.nameFolded = :name" + LATEST,
                Map.of("day", until, "active", GroupStatus.ACTIVE, "name", VietnameseText.fold(name)),
                MOST_OF_A_NAME);
    }

    /**
     * The decisions that made groups official whose ids contain a code, the last first. Looks through the school's groups,
     * which are few.
     */
    public List<GroupDecision> everOfficialByCode(String code, LocalDate until) {
        return read(
                EVER + " and d.groupId like :code escape '!'" + LATEST,
                Map.of("day", until, "active", GroupStatus.ACTIVE, "code", Like.containing(code)),
                MOST_OF_A_NAME);
    }

    /** The decisions by which a group was official on any of some days, first ones first; one that held for no day is none. */
    public List<GroupDecision> officialWithin(String groupId, LocalDate from, LocalDate to) {
        return read(
                "select d from GroupDecision d where d.groupId = :group and d.status = :active"
                        + " and d.effectiveOn <= :to and (d.untilOn is null or d.untilOn > :from and d.untilOn > d.effectiveOn)"
                        + " and (d.endsOn is null or d.endsOn >= :from) order by d.place",
                Map.of("group", groupId, "active", GroupStatus.ACTIVE, "from", from, "to", to),
                Integer.MAX_VALUE);
    }

    /** The first day on which each group was official. */
    public Map<String, LocalDate> officialSince() {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d.groupId, min(d.effectiveOn) from GroupDecision d where d.status = :active"
                                + " and d.withdrawnAt is null group by d.groupId",
                        Object[].class)
                .setParameter("active", GroupStatus.ACTIVE)
                .getResultList()
                .stream()
                .collect(java.util.stream.Collectors.toMap(row -> (String) row[0], row -> (LocalDate) row[1])));
    }

    /**
     * Reads the ids first, from an index alone, then the decisions: Derby would rather read and sort the whole table than a
     * page of it in the order of an index.
     *
     * @param jpql begins with {@code select d from}
     */
    private List<GroupDecision> read(String jpql, Map<String, Object> parameters, int limit) {
        return byIds(ids(jpql, parameters, limit));
    }

    private List<String> ids(String jpql, Map<String, Object> parameters, int limit) {
        return jpa.txExpr(em -> {
            TypedQuery<String> select =
                    em.createQuery("select d.id" + jpql.substring("select d".length()), String.class);
            parameters.forEach(select::setParameter);
            return select.setMaxResults(limit).getResultList();
        });
    }

    /** The decisions of these ids, in their order. */
    public List<GroupDecision> byIds(List<String> ids) {
        return jpa.txExpr(em -> {
            Map<String, GroupDecision> found = new HashMap<>();
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                em.createQuery("select d from GroupDecision d where d.id in :ids", DecisionEntity.class)
                        .setParameter("ids", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                        .getResultList()
                        .forEach(entity -> found.put(entity.id, entity.toRecord()));
            }
            return ids.stream().map(found::get).toList();
        });
    }
}
