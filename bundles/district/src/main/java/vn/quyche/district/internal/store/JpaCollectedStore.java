package vn.quyche.district.internal.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.core.api.persistence.SortedList.Key;
import vn.quyche.district.api.CollectedGroup;
import vn.quyche.district.api.GroupChange;
import vn.quyche.district.api.GroupReview;
import vn.quyche.district.api.GroupReviews;
import vn.quyche.district.api.ReviewState;
import vn.quyche.district.api.SchoolGroup;

/** What was collected from the schools, and the decisions on it, in JPA. */
@Component(service = JpaCollectedStore.class)
public final class JpaCollectedStore {

    private static final Key NAME = new Key("g.columns.sortKey", String.class);
    private static final SortedList LIST = SortedList.of("district.groups", "CollectedGroup g", "g.id", "name")
            .by("name", NAME)
            .joining("school", "School s", "s.id = g.schoolId", new Key("s.sortKey", String.class), NAME)
            .by("platform", new Key("g.columns.platform", String.class), NAME)
            .by("changed", "g.changedAt", Long.class);

    private static final int BATCH = 500;

    private final JpaTemplate jpa;

    @Activate
    public JpaCollectedStore(@Reference(target = "(osgi.unit.name=district)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** All groups of a school that were ever collected, those that are gone included. */
    public List<CollectedGroup> ofSchool(String schoolId) {
        return jpa.txExpr(em -> read(
                em,
                em.createQuery("select g from CollectedGroup g where g.schoolId = :school", CollectedEntity.class)
                        .setParameter("school", schoolId)
                        .getResultList()));
    }

    /** Stores a group that is new. */
    public void insert(String id, String schoolId, SchoolGroup group, Instant at) {
        jpa.tx(em -> {
            CollectedEntity entity = new CollectedEntity();
            entity.id = id;
            entity.schoolId = schoolId;
            entity.columns = new GroupColumns(group);
            entity.change = GroupChange.NEW;
            entity.state = ReviewState.PENDING;
            entity.checkCode = "";
            entity.firstSeenAt = at.toEpochMilli();
            entity.changedAt = at.toEpochMilli();
            entity.version = 1;
            em.persist(entity);
        });
    }

    /** Stores what a school's list says of a group now. */
    public void replace(String id, SchoolGroup group, GroupChange change, ReviewState state, Instant at) {
        jpa.tx(em -> {
            CollectedEntity entity = em.find(CollectedEntity.class, id);
            entity.columns = new GroupColumns(group);
            entity.change = change;
            entity.state = state;
            entity.changedAt = at.toEpochMilli();
            entity.goneAt = null;
            entity.version++;
        });
    }

    /** Notes that groups are no longer on their school's list. */
    public void gone(Collection<String> ids, Instant at) {
        batches(ids)
                .forEach(batch -> jpa.tx(em -> em.createQuery(
                                "update CollectedGroup g set g.change = :gone, g.goneAt = :at, g.changedAt = :at,"
                                        + " g.version = g.version + 1 where g.id in :ids")
                        .setParameter("gone", GroupChange.GONE)
                        .setParameter("at", at.toEpochMilli())
                        .setParameter("ids", batch)
                        .executeUpdate()));
    }

    /** Notes that groups are as they were. */
    public void same(Collection<String> ids) {
        batches(ids)
                .forEach(batch -> jpa.tx(em -> em.createQuery(
                                "update CollectedGroup g set g.change = :same where g.id in :ids and g.change <> :same")
                        .setParameter("same", GroupChange.SAME)
                        .setParameter("ids", batch)
                        .executeUpdate()));
    }

    /** A group. */
    public Optional<CollectedGroup> find(String id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(CollectedEntity.class, id))
                .map(entity -> read(em, List.of(entity)).get(0)));
    }

    /** Groups, locked until the transaction ends, in the order of their ids; unknown ids are left out. */
    public List<CollectedGroup> lock(Collection<String> ids) {
        return jpa.txExpr(em -> {
            ids.stream()
                    .sorted()
                    .forEach(id -> em.createNativeQuery(
                                    "update q_district.collected_group set version = version where id = ?")
                            .setParameter(1, id)
                            .executeUpdate());
            return read(
                    em,
                    em.createQuery(
                                    "select g from CollectedGroup g where g.id in :ids order by g.id",
                                    CollectedEntity.class)
                            .setParameter("ids", ids)
                            .getResultList());
        });
    }

    /** Stores a decision on a group. */
    public void decided(GroupReview review, ReviewState state, String checkCode) {
        jpa.tx(em -> {
            em.persist(new ReviewEntity(review));
            CollectedEntity entity = em.find(CollectedEntity.class, review.groupId());
            entity.state = state;
            entity.checkCode = checkCode;
            entity.version++;
        });
    }

    /** Whether a check code is taken. */
    public boolean checkCodeTaken(String code) {
        return jpa.txExpr(
                em -> em.createQuery("select count(g) from CollectedGroup g where g.checkCode = :code", Long.class)
                                .setParameter("code", code)
                                .getSingleResult()
                        > 0);
    }

    /** The decisions on a group, newest first. */
    public List<GroupReview> reviews(String groupId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select r from GroupReview r where r.groupId = :group order by r.id desc", ReviewEntity.class)
                .setParameter("group", groupId)
                .getResultList()
                .stream()
                .map(ReviewEntity::toRecord)
                .toList());
    }

    /** The last decisions on the groups that are recognised and not gone. */
    public Map<String, GroupReview> recognitions() {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select r from GroupReview r, CollectedGroup g where r.groupId = g.id and g.state = :recognised"
                                + " and g.goneAt is null",
                        ReviewEntity.class)
                .setParameter("recognised", ReviewState.RECOGNISED)
                .getResultList()
                .stream()
                .map(ReviewEntity::toRecord)
                .collect(Collectors.toMap(
                        GroupReview::groupId,
                        review -> review,
                        BinaryOperator.maxBy(Comparator.comparing(GroupReview::id)))));
    }

    /** The groups in some states that are not gone. */
    public List<CollectedGroup> in(Set<ReviewState> states) {
        return jpa.txExpr(em -> read(
                em,
                em.createQuery(
                                "select g from CollectedGroup g where g.state in :states and g.goneAt is null",
                                CollectedEntity.class)
                        .setParameter("states", states)
                        .getResultList()));
    }

    /** Groups in their order. */
    public Page<CollectedGroup> list(GroupReviews.Query query, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        query.change()
                .ifPresentOrElse(
                        change -> wanted.and("g.change = :change", "change", change),
                        () -> wanted.and("g.goneAt is null"));
        query.schoolId().ifPresent(school -> wanted.and("g.schoolId = :school", "school", school));
        query.state().ifPresent(state -> wanted.and("g.state = :state", "state", state));
        query.text()
                .ifPresent(text -> wanted.and(
                        "g.columns.nameFolded like :text escape '!'",
                        "text",
                        Like.containing(VietnameseText.fold(text))));
        if (query.alikeOnly()) {
            wanted.and("g.columns.skeleton <> '' and g.columns.skeleton in (select o.columns.skeleton"
                    + " from CollectedGroup o where o.goneAt is null group by o.columns.skeleton"
                    + " having count(distinct o.schoolId) > 1)");
        }
        return jpa.txExpr(em -> {
            Page<CollectedEntity> found = Selecting.page(jpa, wanted, CollectedEntity.class);
            return new Page<>(read(em, found.items()), found.next());
        });
    }

    /** The groups of other schools whose names look like a name. */
    public List<CollectedGroup> alike(String name, String schoolId, int limit) {
        String skeleton = GroupColumns.skeleton(name);
        return skeleton.isEmpty()
                ? List.of()
                : jpa.txExpr(em -> read(
                        em,
                        em.createQuery(
                                        "select g from CollectedGroup g where g.columns.skeleton = :skeleton"
                                                + " and g.schoolId <> :school and g.goneAt is null"
                                                + " order by g.columns.sortKey, g.id",
                                        CollectedEntity.class)
                                .setParameter("skeleton", skeleton)
                                .setParameter("school", schoolId)
                                .setMaxResults(limit)
                                .getResultList()));
    }

    private static List<CollectedGroup> read(EntityManager em, List<CollectedEntity> entities) {
        if (entities.isEmpty()) {
            return List.of();
        }
        Set<String> schoolIds = entities.stream().map(entity -> entity.schoolId).collect(Collectors.toSet());
        Map<String, SchoolEntity> schools = new HashMap<>();
        batches(schoolIds)
                .forEach(batch -> em.createQuery("select s from School s where s.id in :ids", SchoolEntity.class)
                        .setParameter("ids", batch)
                        .getResultList()
                        .forEach(school -> schools.put(school.id, school)));
        return entities.stream()
                .map(entity -> entity.toRecord(schools.get(entity.schoolId).code, schools.get(entity.schoolId).name))
                .toList();
    }

    /** With each group the number of other schools that have one whose name looks like it. */
    public List<CollectedGroup> withAlike(List<CollectedGroup> groups) {
        Set<String> skeletons = groups.stream()
                .map(group -> GroupColumns.skeleton(group.group().name()))
                .filter(skeleton -> !skeleton.isEmpty())
                .collect(Collectors.toSet());
        if (skeletons.isEmpty()) {
            return groups;
        }
        Map<String, Integer> schools = jpa.txExpr(em -> em
                .createQuery(
                        "select g.columns.skeleton, count(distinct g.schoolId) from CollectedGroup g"
                                + " where g.columns.skeleton in :skeletons and g.goneAt is null"
                                + " group by g.columns.skeleton",
                        Object[].class)
                .setParameter("skeletons", skeletons)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).intValue())));
        return groups.stream()
                .map(group -> group.withAlike(others(group, schools)))
                .toList();
    }

    private static int others(CollectedGroup group, Map<String, Integer> schools) {
        int with = schools.getOrDefault(GroupColumns.skeleton(group.group().name()), 0);
        return Math.max(0, group.goneAt().isPresent() ? with : with - 1);
    }

    private static List<List<String>> batches(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        return java.util.stream.IntStream.range(0, (all.size() + BATCH - 1) / BATCH)
                .mapToObj(i -> all.subList(i * BATCH, Math.min(all.size(), (i + 1) * BATCH)))
                .toList();
    }
}
