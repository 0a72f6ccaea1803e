package vn.quyche.group.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.group.api.conduct.CaseKind;
import vn.quyche.group.api.conduct.CaseState;
import vn.quyche.group.api.conduct.CaseStep;
import vn.quyche.group.api.conduct.Conduct;
import vn.quyche.group.api.conduct.ConductCase;
import vn.quyche.group.api.conduct.Outcome;

/** Keeps cases and their steps. */
@Component(service = JpaConductStore.class)
public final class JpaConductStore {

    private static final SortedList LIST = SortedList.of("group.cases", "ConductCase c", "c.id", "-opened")
            .byId("opened")
            .by("due", "c.dueAt", Long.class);

    private final JpaTemplate jpa;

    /** What counts in the standing of a clause. */
    public record Proof(String id, CaseKind kind, String topic, Instant happenedAt, Instant at) {}

    @Activate
    public JpaConductStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a new case. */
    public void insert(ConductCase opened) {
        jpa.tx(em -> {
            CaseEntity entity = new CaseEntity();
            entity.id = opened.id();
            entity.kind = opened.kind();
            entity.groupId = opened.groupId();
            entity.topic = opened.topic();
            entity.reporterId = opened.reporterId();
            entity.reporterName = opened.reporterName();
            entity.personId = opened.personId().orElse("");
            entity.personName = opened.personName();
            entity.happenedAt = opened.happenedAt().toEpochMilli();
            entity.happenedOn = VietnamTime.at(opened.happenedAt()).toLocalDate();
            entity.body = opened.text();
            entity.bodyFolded = VietnameseText.fold(opened.text());
            entity.openedAt = opened.openedAt().toEpochMilli();
            write(entity, opened);
            em.persist(entity);
        });
    }

    /** Stores a case with one more step. */
    public void step(ConductCase after, CaseStep step) {
        jpa.tx(em -> {
            CaseEntity entity = em.find(CaseEntity.class, after.id());
            write(entity, after);
            if (step.kind() == CaseStep.Kind.FOUND) {
                entity.foundAt = step.at().toEpochMilli();
            }
            if (after.state().closed()) {
                entity.settledAt = step.at().toEpochMilli();
            }
            em.persist(new CaseStepEntity(after.id(), after.steps().size(), step));
        });
    }

    /** One case. */
    public Optional<ConductCase> find(String id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(CaseEntity.class, id))
                .map(entity -> read(em, List.of(entity)).get(0)));
    }

    /** One case, locked until the transaction ends. */
    public Optional<ConductCase> lock(String id) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_group.conduct_case set version = version where id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            return Optional.ofNullable(em.find(CaseEntity.class, id))
                    .map(entity -> read(em, List.of(entity)).get(0));
        });
    }

    /**
     * Cases of the groups that somebody handles, which they brought, or which are about them and known to them; the newest
     * first ({@code -opened}), or by {@code due}.
     *
     * @param handled groups whose cases are seen; of cases about {@code me} only those known to them
     */
    public Page<ConductCase> list(Conduct.Query query, Collection<String> handled, String me, PageRequest page) {
        SortedList.Query wanted =
                LIST.query(page).and("c.kind = :kind", "kind", query.kind()).with("me", me);
        if (query.mine()) {
            wanted.and("c.reporterId = :me");
        } else {
            String ofGroups = handled.isEmpty() ? "" : " or (c.personId <> :me and c.groupId in :groups)";
            wanted.and(
                    "(c.reporterId = :me or (c.personId = :me and c.state <> :open)" + ofGroups + ")",
                    "open",
                    CaseState.OPEN);
            if (!handled.isEmpty()) {
                wanted.with("groups", handled);
            }
        }
        query.groupId().ifPresent(group -> wanted.and("c.groupId = :group", "group", group));
        query.state().ifPresent(state -> wanted.and("c.state = :state", "state", state));
        query.topic().ifPresent(topic -> wanted.and("c.topic = :topic", "topic", topic));
        query.text()
                .ifPresent(text -> wanted.and(
                        "c.bodyFolded like :text escape '!'", "text", Like.containing(VietnameseText.fold(text))));
        return jpa.txExpr(em -> {
            Page<CaseEntity> found = Selecting.page(jpa, wanted, CaseEntity.class);
            return new Page<>(read(em, found.items()), found.next());
        });
    }

    /** The violations that were found and happened between two days. */
    public List<Proof> violated(LocalDate from, LocalDate to) {
        return jpa.txExpr(em -> proofs(em.createQuery(
                        "select c from ConductCase c where c.happenedOn >= :from and c.happenedOn <= :to"
                                + " and c.foundAt is not null",
                        CaseEntity.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()));
    }

    /** The cases that were closed between two instants. */
    public List<Proof> settled(Instant from, Instant to) {
        return jpa.txExpr(em -> proofs(em.createQuery(
                        "select c from ConductCase c where c.settledAt >= :from and c.settledAt < :to",
                        CaseEntity.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()));
    }

    /** The days of which violations were found since an instant. */
    public Set<LocalDate> daysFoundSince(Instant since) {
        return jpa.txExpr(em -> new HashSet<>(
                em.createQuery("select c.happenedOn from ConductCase c where c.foundAt >= :since", LocalDate.class)
                        .setParameter("since", since.toEpochMilli())
                        .getResultList()));
    }

    /** The first day on which something of a case happened. */
    public Optional<LocalDate> firstDay() {
        return jpa.txExpr(
                em -> Stream.ofNullable(em.createQuery("select min(c.happenedOn) from ConductCase c", LocalDate.class)
                                .getSingleResult())
                        .findFirst());
    }

    private static List<Proof> proofs(List<CaseEntity> entities) {
        return entities.stream()
                .map(entity -> new Proof(
                        entity.id,
                        entity.kind,
                        entity.topic,
                        Instant.ofEpochMilli(entity.happenedAt),
                        Instant.ofEpochMilli(entity.settledAt == null ? entity.foundAt : entity.settledAt)))
                .toList();
    }

    private static void write(CaseEntity entity, ConductCase now) {
        entity.state = now.state();
        entity.dueAt = now.dueAt().toEpochMilli();
        entity.outcome = now.outcome().map(Outcome::name).orElse("");
        entity.postingUntil = now.postingUntil().orElse(null);
        entity.version = now.version();
    }

    private static List<ConductCase> read(EntityManager em, List<CaseEntity> entities) {
        if (entities.isEmpty()) {
            return List.of();
        }
        Map<String, List<CaseStep>> steps = em
                .createQuery(
                        "select s from ConductStep s where s.key.caseId in :ids order by s.key.caseId, s.key.place",
                        CaseStepEntity.class)
                .setParameter("ids", entities.stream().map(entity -> entity.id).toList())
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        step -> step.key.caseId, Collectors.mapping(CaseStepEntity::toRecord, Collectors.toList())));
        List<ConductCase> cases = new ArrayList<>();
        entities.forEach(entity -> cases.add(record(entity, steps.getOrDefault(entity.id, List.of()))));
        return cases;
    }

    private static ConductCase record(CaseEntity entity, List<CaseStep> steps) {
        return new ConductCase(
                entity.id,
                entity.kind,
                entity.groupId,
                entity.topic,
                entity.reporterId,
                entity.reporterName,
                Optional.of(entity.personId).filter(id -> !id.isEmpty()),
                entity.personName,
                Instant.ofEpochMilli(entity.happenedAt),
                entity.body,
                entity.state,
                Instant.ofEpochMilli(entity.openedAt),
                Instant.ofEpochMilli(entity.dueAt),
                Optional.of(entity.outcome).filter(name -> !name.isEmpty()).map(Outcome::valueOf),
                Optional.ofNullable(entity.postingUntil),
                steps,
                entity.version);
    }
}
