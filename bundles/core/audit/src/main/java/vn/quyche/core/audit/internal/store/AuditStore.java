package vn.quyche.core.audit.internal.store;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.audit.AuditLine;
import vn.quyche.core.api.audit.AuditLine.Outcome;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.audit.internal.model.Checkpoint;
import vn.quyche.core.audit.internal.model.Hashes;
import vn.quyche.core.audit.internal.model.Line;
import vn.quyche.core.audit.internal.model.SealedLine;

/** Lines, their chain, and what verifications found. */
@Component(service = AuditStore.class)
public final class AuditStore {

    /** A checkpoint is kept every so many lines. */
    public static final int CHECKPOINT_EVERY = 1000;

    private static final String BEHIND_THE_NEWEST = UlidTime.lowest(Instant.MAX);

    private static final String READ_ONLY = "eclipselink.read-only";

    /**
     * What a verification found.
     *
     * @param firstFault empty when the log was whole
     */
    public record Run(String id, Instant at, long lines, long unsealed, long faults, String firstFault) {}

    private final JpaTemplate jpa;

    @Activate
    public AuditStore(@Reference(target = "(osgi.unit.name=audit)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Writes a line: one insert; a second one for what a refused attempt is found by. */
    public void append(Line line) {
        jpa.tx(em -> {
            LineRows.insert(em.unwrap(Connection.class), line);
            if (line.outcome().equals(Outcome.REFUSED.name())) {
                em.persist(RefusedEntity.of(line));
            }
        });
    }

    /**
     * Gives the next unsealed lines their numbers and hashes.
     *
     * @param most how many at most
     * @return the end of the chain and the checkpoints that were passed, the end last; empty when nothing was to be sealed
     */
    public List<Checkpoint> seal(int most, Instant now) {
        return jpa.txExpr(em -> {
            HeadEntity head = em.find(HeadEntity.class, HeadEntity.ID, LockModeType.PESSIMISTIC_WRITE);
            List<Object[]> waiting = em.createQuery(
                            "select l.id, l.contentHash from LineEntity l where l.sealNo is null order by l.id",
                            Object[].class)
                    .setMaxResults(most)
                    .getResultList();
            if (waiting.isEmpty()) {
                return List.of();
            }
            List<Checkpoint> passed = new ArrayList<>();
            List<LineRows.Seal> seals = new ArrayList<>();
            long number = Math.max(head.lastNo, highestBeyond(em, head.lastNo));
            for (Object[] line : waiting) {
                String hash = Hashes.chain(head.lastHash, (String) line[1]);
                seals.add(new LineRows.Seal((String) line[0], ++number, head.lastHash, hash));
                head.lastHash = hash;
                if (number % CHECKPOINT_EVERY == 0) {
                    passed.add(checkpoint(em, number, hash, now));
                }
            }
            LineRows.seal(em.unwrap(Connection.class), seals);
            head.lastNo = number;
            passed.add(new Checkpoint(number, head.lastHash));
            return passed;
        });
    }

    /** Somebody may have written numbered lines behind the end; they must not stop the sealing. */
    private static long highestBeyond(EntityManager em, long number) {
        Long highest = em.createQuery("select max(l.sealNo) from LineEntity l where l.sealNo > :number", Long.class)
                .setParameter("number", number)
                .getSingleResult();
        return highest == null ? 0 : highest;
    }

    private static Checkpoint checkpoint(EntityManager em, long number, String hash, Instant now) {
        CheckpointEntity entity = new CheckpointEntity();
        entity.sealNo = number;
        entity.hash = hash;
        entity.atMs = now.toEpochMilli();
        em.persist(entity);
        return new Checkpoint(number, hash);
    }

    /** The end of the chain. */
    public Checkpoint head() {
        return jpa.txExpr(em -> {
            HeadEntity head = em.find(HeadEntity.class, HeadEntity.ID);
            return new Checkpoint(head.lastNo, head.lastHash);
        });
    }

    /** The lines of the chain with numbers above one and up to another, by number. */
    public List<SealedLine> sealed(long after, long upTo, int most) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select l from LineEntity l where l.sealNo > :after and l.sealNo <= :upTo order by l.sealNo",
                        LineEntity.class)
                .setParameter("after", after)
                .setParameter("upTo", upTo)
                .setHint(READ_ONLY, true)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(LineEntity::toSealed)
                .toList());
    }

    /** Looks at the numbered lines behind the end of the chain, which nobody sealed; sealing waits meanwhile. */
    public void eachBeyondHead(Consumer<SealedLine> look) {
        jpa.tx(em -> {
            HeadEntity head = em.find(HeadEntity.class, HeadEntity.ID, LockModeType.PESSIMISTIC_WRITE);
            em.createQuery("select l from LineEntity l where l.sealNo > :last order by l.sealNo", LineEntity.class)
                    .setParameter("last", head.lastNo)
                    .setHint(READ_ONLY, true)
                    .setMaxResults(CHECKPOINT_EVERY)
                    .getResultList()
                    .forEach(line -> look.accept(line.toSealed()));
        });
    }

    /** Ids of refused lines that {@link RefusedEntity} does not show as they are, and of those it has without a line. */
    public List<String> refusalsOutOfPlace(int most) {
        return jpa.txExpr(em -> Stream.of(
                        "select l.id from LineEntity l where l.outcome = :refused and not exists (select r.id from"
                                + " RefusedEntity r where r.id = l.id and r.atMs = l.atMs and r.personId = l.personId"
                                + " and r.domain = l.domain and r.action = l.action and r.subjectType = l.subjectType"
                                + " and r.subjectId = l.subjectId and r.clause = l.clause)",
                        "select r.id from RefusedEntity r where not exists"
                                + " (select l.id from LineEntity l where l.id = r.id and l.outcome = :refused)")
                .flatMap(query -> em
                        .createQuery(query, String.class)
                        .setParameter("refused", Outcome.REFUSED.name())
                        .setMaxResults(most)
                        .getResultList()
                        .stream())
                .toList());
    }

    /** Waiting lines behind an id, by id. */
    public List<Waiting> unsealed(String afterId, int most) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select l from LineEntity l where l.sealNo is null and l.id > :after order by l.id",
                        LineEntity.class)
                .setParameter("after", afterId)
                .setHint(READ_ONLY, true)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(entity -> new Waiting(entity.toLine(), entity.contentHash))
                .toList());
    }

    /** A line that waits for its seal, and the hash of what it said when it was written. */
    public record Waiting(Line line, String contentHash) {}

    /** The checkpoints with numbers above one, by number. */
    public List<Checkpoint> checkpoints(long after, int most) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select c from CheckpointEntity c where c.sealNo > :after order by c.sealNo",
                        CheckpointEntity.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(entity -> new Checkpoint(entity.sealNo, entity.hash))
                .toList());
    }

    /** When the oldest waiting line was written. */
    public Optional<Instant> oldestUnsealed() {
        return unsealed("", 1).stream()
                .findFirst()
                .map(waiting -> Instant.ofEpochMilli(waiting.line().atMs()));
    }

    /** One line. */
    public Optional<AuditLine> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(LineEntity.class, id)).map(LineEntity::toAuditLine));
    }

    /** Lines, newest first. The ids are read first, from an index alone; then the lines of this page. */
    public Page<AuditLine> list(AuditTrail.Query query, PageRequest page) {
        return jpa.txExpr(em -> {
            List<String> ids = ids(em, query, page);
            Page<String> found = Page.of(ids, page.size(), id -> id);
            return new Page<>(lines(em, found.items()), found.next());
        });
    }

    /** The ids of a page, and of the line behind it. */
    List<String> ids(AuditTrail.Query query, PageRequest page) {
        return jpa.txExpr(em -> ids(em, query, page));
    }

    private static List<String> ids(EntityManager em, AuditTrail.Query query, PageRequest page) {
        return parts(em, query).stream()
                .flatMap(part -> ids(em, part, page).stream())
                .sorted(Comparator.reverseOrder())
                .limit(page.size() + 1)
                .toList();
    }

    /** What is looked for, such that each has its index. */
    private static List<LineQuery> parts(EntityManager em, AuditTrail.Query query) {
        if (LineQuery.byType(query)) {
            List<String> types = steps(em, "l.subjectType", last -> LineQuery.typesBehind(query, last));
            return Stream.concat(Stream.of(""), types.stream())
                    .map(type -> LineQuery.ofType(query, type))
                    .toList();
        }
        if (LineQuery.byAction(query)) {
            // how the database orders dots and letters does not matter so
            return steps(em, "l.action", last -> LineQuery.actionsBehind(query, last)).stream()
                    .filter(action -> action.startsWith(query.action().orElseThrow()))
                    .map(action -> LineQuery.ofAction(query, action))
                    .toList();
        }
        return List.of(LineQuery.keys(query));
    }

    /** The values of a column that has few, one look into the index each. */
    private static List<String> steps(EntityManager em, String column, Function<String, LineQuery> behind) {
        List<String> found = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            next = behind.apply(next.get())
                    .select(em, column, column, String.class)
                    .setMaxResults(1)
                    .getResultStream()
                    .findFirst();
            next.ifPresent(found::add);
        }
        return found;
    }

    private static List<String> ids(EntityManager em, LineQuery conditions, PageRequest page) {
        // without a place to start at, Derby would rather collect and sort all lines than pass over a few
        conditions.add("l.id < :after", "after", page.afterId().orElse(BEHIND_THE_NEWEST));
        return conditions
                .select(em, "l.id", "l.id desc", String.class)
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** The lines of these ids, in their order; one that somebody took out of the table is named by the verification. */
    static List<AuditLine> lines(EntityManager em, List<String> ids) {
        Map<String, AuditLine> lines = new HashMap<>();
        if (!ids.isEmpty()) {
            em.createQuery("select l from LineEntity l where l.id in :ids", LineEntity.class)
                    .setParameter("ids", ids)
                    .setHint(READ_ONLY, true)
                    .getResultList()
                    .forEach(line -> lines.put(line.id, line.toAuditLine()));
        }
        return ids.stream().map(lines::get).filter(Objects::nonNull).toList();
    }

    /** Sealed lines that match, by number. */
    public List<AuditLine> inChainOrder(AuditTrail.Query query, long after, long upTo, int most) {
        LineQuery conditions = LineQuery.lines(query)
                .add("l.sealNo > :afterNo", "afterNo", after)
                .add("l.sealNo <= :upTo", "upTo", upTo);
        return jpa.txExpr(em -> conditions
                .select(em, "l", "l.sealNo", LineEntity.class)
                .setHint(READ_ONLY, true)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(LineEntity::toAuditLine)
                .toList());
    }

    /** Keeps what a verification found. */
    public void keep(Run run) {
        jpa.tx(em -> {
            VerificationEntity entity = new VerificationEntity();
            entity.id = run.id();
            entity.atMs = run.at().toEpochMilli();
            entity.lines = run.lines();
            entity.unsealed = run.unsealed();
            entity.faults = run.faults();
            entity.firstFault = run.firstFault();
            em.persist(entity);
        });
    }

    /** The last verification. */
    public Optional<Run> lastRun() {
        return jpa.txExpr(em -> em
                .createQuery("select v from VerificationEntity v order by v.id desc", VerificationEntity.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(entity -> new Run(
                        entity.id,
                        Instant.ofEpochMilli(entity.atMs),
                        entity.lines,
                        entity.unsealed,
                        entity.faults,
                        entity.firstFault)));
    }
}
