package vn.quyche.district.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.core.api.persistence.SortedList.Key;
import vn.quyche.district.api.CollectionRun;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.SchoolCollection;
import vn.quyche.district.api.Taken;

/** Collections, how far each school has come in them, and what waits for the rest of its list, in JPA. */
@Component(service = JpaCollectionStore.class)
public final class JpaCollectionStore {

    private static final SortedList RUNS = SortedList.of("district.collections", "CollectionRun r", "r.id", "-started")
            .byId("started")
            .by("done", "r.done", Integer.class)
            .by("failed", "r.failed", Integer.class)
            .by("total", "r.total", Integer.class);

    private static final Key CODE = new Key("i.schoolCode", String.class);
    private static final SortedList OUTCOMES = SortedList.of(
                    "district.outcomes", "CollectionItem i", "i.key.schoolId", "code")
            .by("code", CODE)
            .by("added", new Key("i.added", Integer.class), CODE)
            .by("changed", new Key("i.changed", Integer.class), CODE)
            .by("gone", new Key("i.gone", Integer.class), CODE)
            .by("ended", new Key("coalesce(i.endedAt, 0)", Long.class), CODE);

    private final JpaTemplate jpa;

    @Activate
    public JpaCollectionStore(@Reference(target = "(osgi.unit.name=district)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * How far a school has come.
     *
     * @param schoolId the school
     * @param cursor where to go on, empty for the beginning
     * @param pages pages that have come
     * @param rows groups that have come
     * @param attempts how often it was tried
     */
    public record Progress(String schoolId, Optional<String> cursor, int pages, int rows, int attempts) {}

    /** Stores a new collection of schools. */
    public void insert(CollectionRun run, List<DistrictSchool> schools) {
        jpa.tx(em -> {
            RunEntity entity = new RunEntity();
            entity.id = run.id();
            entity.day = run.day();
            entity.state = run.state();
            entity.startedAt = run.startedAt().toEpochMilli();
            entity.startedBy = run.startedBy();
            entity.total = schools.size();
            em.persist(entity);
            for (DistrictSchool school : schools) {
                ItemEntity item = new ItemEntity();
                item.key = new ItemEntity.Key(run.id(), school.id());
                item.schoolCode = school.code();
                item.schoolName = school.name();
                item.state = SchoolCollection.State.WAITING;
                item.cursor = "";
                item.failure = "";
                item.detail = "";
                em.persist(item);
            }
        });
    }

    /** The collection that goes on now. */
    public Optional<CollectionRun> running() {
        return jpa.txExpr(em -> em
                .createQuery("select r from CollectionRun r where r.state = :running order by r.id", RunEntity.class)
                .setParameter("running", CollectionRun.State.RUNNING)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(RunEntity::toRecord));
    }

    /** A collection. */
    public Optional<CollectionRun> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(RunEntity.class, id)).map(RunEntity::toRecord));
    }

    /** The last collection. */
    public Optional<CollectionRun> last() {
        return runs(PageRequest.first(1)).items().stream().findFirst();
    }

    /** Collections. */
    public Page<CollectionRun> runs(PageRequest page) {
        return Selecting.page(jpa, RUNS.query(page), RunEntity.class).map(RunEntity::toRecord);
    }

    /** How the schools of a collection fared. */
    public Page<SchoolCollection> outcomes(String runId, Optional<SchoolCollection.State> state, PageRequest page) {
        SortedList.Query wanted = OUTCOMES.query(page).and("i.key.runId = :run", "run", runId);
        state.ifPresent(only -> wanted.and("i.state = :state", "state", only));
        return Selecting.page(jpa, wanted, ItemEntity.class).map(ItemEntity::toRecord);
    }

    /** The schools to go on with, those that wait longest first. */
    public List<Progress> next(String runId, Instant now, int limit) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select i from CollectionItem i where i.key.runId = :run and i.state = :waiting"
                                + " and i.nextTryAt <= :now order by i.nextTryAt, i.schoolCode",
                        ItemEntity.class)
                .setParameter("run", runId)
                .setParameter("waiting", SchoolCollection.State.WAITING)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(item -> new Progress(
                        item.key.schoolId,
                        Optional.of(item.cursor).filter(cursor -> !cursor.isEmpty()),
                        item.pages,
                        item.rows,
                        item.attempts))
                .toList());
    }

    /** Stores a page that has come, and where to go on. */
    public void staged(String runId, String schoolId, List<String> contents, Optional<String> cursor) {
        jpa.tx(em -> {
            ItemEntity item = item(em, runId, schoolId);
            int place = item.rows;
            for (String content : contents) {
                em.persist(new StagedEntity(runId, schoolId, place++, content));
            }
            item.rows = place;
            item.pages++;
            item.cursor = cursor.orElse("");
        });
    }

    /** What has come of a school's list, in its order. */
    public List<String> staged(String runId, String schoolId) {
        return jpa.txExpr(em -> em.createQuery(
                        "select s.content from StagedGroup s where s.key.runId = :run and s.key.schoolId = :school"
                                + " order by s.key.place",
                        String.class)
                .setParameter("run", runId)
                .setParameter("school", schoolId)
                .getResultList());
    }

    /** Forgets what has come of a school's list: it begins anew. */
    public void restart(String runId, String schoolId) {
        jpa.tx(em -> {
            clear(em, runId, schoolId);
            ItemEntity item = item(em, runId, schoolId);
            item.cursor = "";
            item.pages = 0;
            item.rows = 0;
        });
    }

    /** Notes that a school's list was taken over. */
    public void done(String runId, String schoolId, Taken taken, Instant at) {
        jpa.tx(em -> {
            clear(em, runId, schoolId);
            ItemEntity item = item(em, runId, schoolId);
            item.attempts++;
            item.state = SchoolCollection.State.DONE;
            item.failure = "";
            item.detail = "";
            item.added = taken.added();
            item.changed = taken.changed();
            item.gone = taken.gone();
            item.same = taken.same();
            item.endedAt = at.toEpochMilli();
            count(em, runId, "done");
        });
    }

    /** Notes that a school failed, and is tried again at a time; or at none. */
    public void failed(String runId, String schoolId, String code, String detail, Optional<Instant> again, Instant at) {
        jpa.tx(em -> {
            ItemEntity item = item(em, runId, schoolId);
            item.attempts++;
            item.failure = code;
            item.detail = detail;
            if (again.isPresent()) {
                item.nextTryAt = again.get().toEpochMilli();
            } else {
                clear(em, runId, schoolId);
                item.state = SchoolCollection.State.FAILED;
                item.endedAt = at.toEpochMilli();
                count(em, runId, "failed");
            }
        });
    }

    /** Ends a collection when no school waits any more. */
    public boolean finish(String runId, Instant at) {
        return jpa.txExpr(em -> {
            long waiting = em.createQuery(
                            "select count(i) from CollectionItem i where i.key.runId = :run and i.state = :waiting",
                            Long.class)
                    .setParameter("run", runId)
                    .setParameter("waiting", SchoolCollection.State.WAITING)
                    .getSingleResult();
            return waiting == 0 && end(em, runId, CollectionRun.State.DONE, at);
        });
    }

    /** Cancels a collection; false when it has ended. */
    public boolean cancel(String runId, Instant at) {
        return jpa.txExpr(em -> {
            if (!end(em, runId, CollectionRun.State.CANCELLED, at)) {
                return false;
            }
            em.createQuery("update CollectionItem i set i.state = :cancelled, i.endedAt = :at"
                            + " where i.key.runId = :run and i.state = :waiting")
                    .setParameter("cancelled", SchoolCollection.State.CANCELLED)
                    .setParameter("at", at.toEpochMilli())
                    .setParameter("run", runId)
                    .setParameter("waiting", SchoolCollection.State.WAITING)
                    .executeUpdate();
            em.createQuery("delete from StagedGroup s where s.key.runId = :run")
                    .setParameter("run", runId)
                    .executeUpdate();
            return true;
        });
    }

    /** Whether a school still waits in a collection that goes on; both stay so until the transaction ends. */
    public boolean lockWaiting(String runId, String schoolId) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_district.collection_run set state = state where id = ?")
                    .setParameter(1, runId)
                    .executeUpdate();
            RunEntity run = em.find(RunEntity.class, runId);
            return run != null
                    && run.state == CollectionRun.State.RUNNING
                    && item(em, runId, schoolId).state == SchoolCollection.State.WAITING;
        });
    }

    private static boolean end(EntityManager em, String runId, CollectionRun.State state, Instant at) {
        return em.createQuery("update CollectionRun r set r.state = :state, r.finishedAt = :at"
                                + " where r.id = :run and r.state = :running")
                        .setParameter("state", state)
                        .setParameter("at", at.toEpochMilli())
                        .setParameter("run", runId)
                        .setParameter("running", CollectionRun.State.RUNNING)
                        .executeUpdate()
                == 1;
    }

    private static ItemEntity item(EntityManager em, String runId, String schoolId) {
        return em.find(ItemEntity.class, new ItemEntity.Key(runId, schoolId));
    }

    private static void count(EntityManager em, String runId, String what) {
        em.createQuery("update CollectionRun r set r." + what + " = r." + what + " + 1 where r.id = :run")
                .setParameter("run", runId)
                .executeUpdate();
    }

    private static void clear(EntityManager em, String runId, String schoolId) {
        em.createQuery("delete from StagedGroup s where s.key.runId = :run and s.key.schoolId = :school")
                .setParameter("run", runId)
                .setParameter("school", schoolId)
                .executeUpdate();
    }
}
