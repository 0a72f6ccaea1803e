package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.core.compliance.internal.model.Attendee;
import vn.quyche.core.compliance.internal.model.Audience;
import vn.quyche.core.compliance.internal.model.Training;
import vn.quyche.core.compliance.internal.model.TrainingPlan;
import vn.quyche.core.compliance.internal.model.TrainingQuery;

/** Keeps the plans of trainings, the trainings, and whom they are for. */
@Component(service = JpaTrainingStore.class)
public final class JpaTrainingStore {

    private static final SortedList LIST = SortedList.of("compliance.trainings", "TrainingEntity t", "t.id", "-date")
            .by("date", "t.startsAt", Long.class)
            .by("title", "t.titleKey", String.class);

    private final JpaTemplate jpa;

    @Activate
    public JpaTrainingStore(@Reference(target = "(osgi.unit.name=compliance)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** The plan of a school year. */
    public Optional<TrainingPlan> plan(String schoolYear) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(TrainingPlanEntity.class, schoolYear))
                .map(TrainingPlanEntity::toPlan));
    }

    /** Stores a plan whose version goes up by one; false when somebody was faster. */
    public boolean save(TrainingPlan plan) {
        return jpa.txExpr(em -> {
            TrainingPlanEntity entity = new TrainingPlanEntity();
            entity.take(plan);
            entity.version = plan.version() + 1;
            if (plan.version() == 0) {
                em.persist(entity);
                em.flush();
                return true;
            }
            return em.createQuery("update TrainingPlanEntity p set p.aims = :aims, p.approvedBy = :by,"
                                    + " p.approvedAt = :at, p.version = p.version + 1"
                                    + " where p.schoolYear = :year and p.version = :version")
                            .setParameter("aims", entity.aims)
                            .setParameter("by", entity.approvedBy)
                            .setParameter("at", entity.approvedAt)
                            .setParameter("year", entity.schoolYear)
                            .setParameter("version", plan.version())
                            .executeUpdate()
                    == 1;
        });
    }

    /** The plans that were approved between two instants, latest first. */
    public List<TrainingPlan> approved(Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select p from TrainingPlanEntity p where p.approvedAt >= :from and p.approvedAt < :to"
                                + " order by p.approvedAt desc, p.schoolYear desc",
                        TrainingPlanEntity.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(TrainingPlanEntity::toPlan)
                .toList());
    }

    /** When the first plan was approved. */
    public Optional<Instant> firstApproved() {
        return jpa.txExpr(
                em -> Stream.ofNullable(em.createQuery("select min(p.approvedAt) from TrainingPlanEntity p", Long.class)
                                .getSingleResult())
                        .map(Instant::ofEpochMilli)
                        .findFirst());
    }

    /** The school years of which something is planned, latest first. */
    public List<String> schoolYears() {
        return jpa.txExpr(em -> em.createQuery(
                        "select distinct t.schoolYear from TrainingEntity t order by t.schoolYear desc", String.class)
                .getResultList());
    }

    /** Stores a new training. */
    public void insert(Training training) {
        jpa.tx(em -> {
            TrainingEntity entity = new TrainingEntity();
            entity.take(training);
            entity.version = training.version();
            em.persist(entity);
            insertParts(em, training);
        });
    }

    /** Stores a changed training whose version goes up by one; false when somebody was faster. */
    public boolean save(Training training) {
        return jpa.txExpr(em -> {
            int locked = em.createQuery("update TrainingEntity t set t.version = t.version + 1"
                            + " where t.id = :id and t.version = :version")
                    .setParameter("id", training.id())
                    .setParameter("version", training.version())
                    .executeUpdate();
            if (locked == 0) {
                return false;
            }
            TrainingEntity entity = em.find(TrainingEntity.class, training.id());
            em.refresh(entity);
            entity.take(training);
            entity.version = training.version() + 1;
            em.createQuery("delete from AudienceEntity a where a.trainingId = :id")
                    .setParameter("id", training.id())
                    .executeUpdate();
            insertParts(em, training);
            return true;
        });
    }

    /** Writes down who came to a training. */
    public void attended(Training training, List<Attendee> people) {
        jpa.tx(em -> people.forEach(one -> em.persist(AttendanceEntity.of(training, one))));
    }

    /** A training. */
    public Optional<Training> find(String id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(TrainingEntity.class, id))
                .map(entity -> read(em, List.of(entity)).get(0)));
    }

    /** A training and all that make up for it, first ones first. */
    public List<Training> family(String rootId) {
        return jpa.txExpr(em -> read(
                em,
                em.createQuery(
                                "select t from TrainingEntity t where t.rootId = :root order by t.id",
                                TrainingEntity.class)
                        .setParameter("root", rootId)
                        .getResultList()));
    }

    /** How many trainings of a school year are planned or held. */
    public long count(String schoolYear) {
        return jpa.txExpr(em -> em.createQuery(
                        "select count(t) from TrainingEntity t where t.schoolYear = :year and t.state <> 'CANCELLED'",
                        Long.class)
                .setParameter("year", schoolYear)
                .getSingleResult());
    }

    /** Trainings, latest first unless sorted otherwise. */
    public Page<Training> list(TrainingQuery query, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        query.schoolYear().ifPresent(year -> wanted.and("t.schoolYear = :year", "year", year));
        query.regulationId().ifPresent(id -> wanted.and("t.regulationId = :regulation", "regulation", id));
        query.state().ifPresent(state -> wanted.and("t.state = :state", "state", state.name()));
        query.text()
                .map(VietnameseText::fold)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> wanted.and("t.searchText like :text escape '!'", "text", Like.containing(text)));
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> rows = em.createQuery(wanted.jpql(), Object[].class);
            wanted.values().forEach(rows::setParameter);
            Page<TrainingEntity> found =
                    wanted.page(rows.setMaxResults(wanted.limit()).getResultList(), TrainingEntity.class);
            return new Page<>(read(em, found.items()), found.next());
        });
    }

    /** When the first training was to begin. */
    public Optional<Instant> first() {
        return jpa.txExpr(
                em -> Stream.ofNullable(em.createQuery("select min(t.startsAt) from TrainingEntity t", Long.class)
                                .getSingleResult())
                        .map(Instant::ofEpochMilli)
                        .findFirst());
    }

    /** The trainings that were held between two instants, latest first. */
    public List<Training> held(Instant from, Instant to) {
        return jpa.txExpr(em -> read(
                em,
                em.createQuery(
                                "select t from TrainingEntity t where t.state = 'HELD' and t.startsAt >= :from"
                                        + " and t.startsAt < :to order by t.startsAt desc, t.id desc",
                                TrainingEntity.class)
                        .setParameter("from", from.toEpochMilli())
                        .setParameter("to", to.toEpochMilli())
                        .getResultList()));
    }

    /** The beginnings of trainings that were recorded as held since an instant: they count on their own day. */
    public Set<Instant> recordedSince(Instant since) {
        return jpa.txExpr(em -> new HashSet<>(em
                .createQuery(
                        "select t.startsAt from TrainingEntity t where t.state = 'HELD' and t.recordedAt >= :since",
                        Long.class)
                .setParameter("since", since.toEpochMilli())
                .getResultList()
                .stream()
                .map(Instant::ofEpochMilli)
                .toList()));
    }

    private static void insertParts(EntityManager em, Training training) {
        Audience audience = training.audience();
        audience.posts()
                .forEach(post -> em.persist(new AudienceEntity(training.id(), AudienceEntity.POST, post.name())));
        audience.unitIds().forEach(unit -> em.persist(new AudienceEntity(training.id(), AudienceEntity.UNIT, unit)));
        audience.personIds()
                .forEach(person -> em.persist(new AudienceEntity(training.id(), AudienceEntity.PERSON, person)));
    }

    private static List<Training> read(EntityManager em, List<TrainingEntity> entities) {
        if (entities.isEmpty()) {
            return List.of();
        }
        Map<String, List<AudienceEntity>> parts = em
                .createQuery("select a from AudienceEntity a where a.trainingId in :ids", AudienceEntity.class)
                .setParameter("ids", entities.stream().map(entity -> entity.id).toList())
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(part -> part.trainingId));
        return entities.stream()
                .map(entity -> entity.toTraining(audience(entity, parts.getOrDefault(entity.id, List.of()))))
                .toList();
    }

    private static Audience audience(TrainingEntity entity, List<AudienceEntity> parts) {
        Map<String, Set<String>> byKind = parts.stream()
                .collect(Collectors.groupingBy(
                        part -> part.kind, Collectors.mapping(part -> part.part, Collectors.toSet())));
        return new Audience(
                entity.allStaff,
                byKind.getOrDefault(AudienceEntity.POST, Set.of()).stream()
                        .map(Post::valueOf)
                        .collect(Collectors.toSet()),
                byKind.get(AudienceEntity.UNIT),
                byKind.get(AudienceEntity.PERSON));
    }
}
