package vn.quyche.district.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import vn.quyche.core.api.persistence.SortedList.Key;
import vn.quyche.district.api.CollectDoor;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.GroupCounts;
import vn.quyche.district.api.ReviewState;
import vn.quyche.district.api.Schools;

/** The schools of the district, with their sealed tokens, in JPA. */
@Component(service = JpaSchoolStore.class)
public final class JpaSchoolStore {

    private static final Key NAME = new Key("s.sortKey", String.class);
    private static final SortedList LIST = SortedList.of("district.schools", "School s", "s.id", "name")
            .by("name", NAME)
            .by("code", "s.codeFolded", String.class)
            .by("taken", new Key("coalesce(s.takenAt, 0)", Long.class), NAME);

    private static final String ACTIVE = "s.activeFrom <= :today and (s.activeTo is null or s.activeTo >= :today)";

    private final JpaTemplate jpa;

    @Activate
    public JpaSchoolStore(@Reference(target = "(osgi.unit.name=district)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a new school. */
    public void insert(DistrictSchool school, String sealedToken) {
        jpa.tx(em -> {
            SchoolEntity entity = new SchoolEntity();
            entity.id = school.id();
            entity.sealedToken = sealedToken;
            entity.failure = "";
            entity.summaryFailure = "";
            entity.write(school);
            em.persist(entity);
        });
    }

    /** Stores a changed school. */
    public void update(DistrictSchool school, Optional<String> sealedToken) {
        jpa.tx(em -> {
            SchoolEntity entity = em.find(SchoolEntity.class, school.id());
            entity.write(school);
            sealedToken.ifPresent(token -> entity.sealedToken = token);
        });
    }

    /** A school. */
    public Optional<DistrictSchool> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(SchoolEntity.class, id)).map(SchoolEntity::toRecord));
    }

    /** A school, locked until the transaction ends. */
    public Optional<DistrictSchool> lock(String id) {
        return jpa.txExpr(em -> {
            // The plain way to lock a row that Derby and PostgreSQL share.
            em.createNativeQuery("update q_district.school set version = version where id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            return Optional.ofNullable(em.find(SchoolEntity.class, id)).map(SchoolEntity::toRecord);
        });
    }

    /** The school with a code, without regard to case. */
    public Optional<DistrictSchool> byCode(String code) {
        return jpa.txExpr(em -> em
                .createQuery("select s from School s where s.codeFolded = :code", SchoolEntity.class)
                .setParameter("code", VietnameseText.fold(code))
                .getResultList()
                .stream()
                .findFirst()
                .map(SchoolEntity::toRecord));
    }

    /** The sealed token of a school; empty without one. */
    public Optional<String> sealedToken(String id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(SchoolEntity.class, id))
                .map(entity -> entity.sealedToken)
                .filter(token -> !token.isEmpty()));
    }

    /** When the list that was last taken over was made, as its school says. */
    public Optional<Instant> madeAt(String id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(SchoolEntity.class, id))
                .map(entity -> entity.madeAt)
                .map(Instant::ofEpochMilli));
    }

    /** Notes that a list was taken over. */
    public void taken(String id, Instant at, Optional<Instant> madeAt) {
        jpa.tx(em -> {
            SchoolEntity entity = em.find(SchoolEntity.class, id);
            entity.takenAt = at.toEpochMilli();
            entity.madeAt = madeAt.map(Instant::toEpochMilli).orElse(null);
            entity.failure = "";
            entity.failedAt = null;
        });
    }

    /** Notes that a list could not be had. */
    public void failed(String id, Instant at, String code) {
        jpa.tx(em -> {
            SchoolEntity entity = em.find(SchoolEntity.class, id);
            entity.failure = code;
            entity.failedAt = at.toEpochMilli();
        });
    }

    /** The active schools whose lists the district fetches, by code. */
    public List<DistrictSchool> toCollect(LocalDate today, Optional<String> schoolId) {
        return jpa.txExpr(em -> {
            TypedQuery<SchoolEntity> select = em.createQuery(
                    "select s from School s where s.door <> :push and " + ACTIVE
                            + schoolId.map(id -> " and s.id = :id").orElse("") + " order by s.codeFolded",
                    SchoolEntity.class);
            select.setParameter("push", CollectDoor.PUSH).setParameter("today", today);
            schoolId.ifPresent(id -> select.setParameter("id", id));
            return select.getResultList().stream().map(SchoolEntity::toRecord).toList();
        });
    }

    /** Schools in their order; a district has as many as it has, whatever time has passed. */
    public Page<DistrictSchool> list(Schools.Query query, LocalDate today, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        if (query.part() != Schools.Part.ALL) {
            wanted.and(ACTIVE, "today", today);
        }
        if (query.part() == Schools.Part.FAILING) {
            wanted.and("s.failure <> :none", "none", "");
        }
        query.text()
                .ifPresent(text -> wanted.and(
                        "(s.nameFolded like :text escape '!' or s.codeFolded like :text escape '!')",
                        "text",
                        Like.containing(VietnameseText.fold(text))));
        return Selecting.page(jpa, wanted, SchoolEntity.class).map(SchoolEntity::toRecord);
    }

    /** Schools by their ids. */
    public Map<String, DistrictSchool> byId(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jpa.txExpr(em -> em
                        .createQuery("select s from School s where s.id in :ids", SchoolEntity.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .map(SchoolEntity::toRecord)
                        .collect(Collectors.toMap(DistrictSchool::id, Function.identity())));
    }

    /** How the groups of schools stand, those that are gone left out. */
    public Map<String, GroupCounts> counts(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<ReviewState, Integer>> counted = new HashMap<>();
        jpa.tx(em -> em.createQuery(
                        "select g.schoolId, g.state, count(g) from CollectedGroup g"
                                + " where g.schoolId in :ids and g.goneAt is null group by g.schoolId, g.state",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> counted.computeIfAbsent((String) row[0], id -> new EnumMap<>(ReviewState.class))
                        .put((ReviewState) row[1], ((Number) row[2]).intValue())));
        return counted.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
            Map<ReviewState, Integer> by = entry.getValue();
            return new GroupCounts(
                    by.getOrDefault(ReviewState.PENDING, 0),
                    by.getOrDefault(ReviewState.RECOGNISED, 0),
                    by.getOrDefault(ReviewState.REFUSED, 0),
                    by.getOrDefault(ReviewState.CHANGE_ASKED, 0));
        }));
    }
}
