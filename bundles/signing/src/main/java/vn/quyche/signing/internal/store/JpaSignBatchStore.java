package vn.quyche.signing.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.signing.api.SignBatch;
import vn.quyche.signing.api.SigningPort;

/** Keeps batches and how far they are. */
@Component(service = JpaSignBatchStore.class)
public final class JpaSignBatchStore {

    private static final SortedList LIST = SortedList.of("signing.batches", "SignBatch b", "b.id", "-time")
            .byId("time")
            .by("serial", "b.serial", String.class);
    private static final String BY_PLACE = "signing.batch-items";

    private final JpaTemplate jpa;

    @Activate
    public JpaSignBatchStore(@Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Adds a batch that nobody works on yet. */
    public void insert(SignBatch batch, List<SigningPort.Document> documents) {
        jpa.tx(em -> {
            SignBatchEntity entity = new SignBatchEntity();
            entity.id = batch.id();
            entity.tokenId = batch.tokenId();
            entity.serial = batch.serial();
            entity.personId = batch.personId();
            entity.personName = batch.personName();
            entity.level = batch.level();
            entity.state = SignBatch.State.RUNNING;
            entity.total = batch.total();
            entity.stopCode = "";
            entity.createdAt = batch.createdAt().toEpochMilli();
            em.persist(entity);
            int place = 0;
            for (SigningPort.Document document : documents) {
                SignBatchItemEntity item = new SignBatchItemEntity();
                item.batchId = batch.id();
                item.place = place++;
                item.documentId = document.documentId();
                item.sha256 = document.sha256();
                item.state = SignBatch.ItemState.WAITING;
                item.clause = "";
                item.code = "";
                item.signatureId = "";
                em.persist(item);
            }
        });
    }

    /** One batch. */
    public Optional<SignBatch> find(String id, Instant now) {
        return jpa.txExpr(em -> {
            SignBatchEntity entity = em.find(SignBatchEntity.class, id);
            if (entity == null) {
                return Optional.empty();
            }
            em.refresh(entity);
            return Optional.of(entity.toRecord(now));
        });
    }

    /** Batches, newest first unless sorted otherwise. */
    public Page<SignBatch> list(Optional<String> personId, PageRequest page, Instant now) {
        SortedList.Query wanted = LIST.query(page);
        Where where = new Where().and("b.personId = :person", "person", personId);
        return jpa.txExpr(em -> where.page(em, wanted, SignBatchEntity.class, one -> one.toRecord(now)));
    }

    /** Documents of a batch, in order. */
    public List<SignBatch.Item> items(
            String batchId, Optional<SignBatch.ItemState> state, Optional<String> after, int limit) {
        Where where = new Where().and("i.batchId = :batch", "batch", batchId).and("i.state = :state", "state", state);
        after.map(text -> Cursor.parse(BY_PLACE, 1, text))
                .ifPresent(cursor -> where.and("i.place > :after", "after", (int) cursor.number(0)));
        return jpa.txExpr(em -> where.list(
                em,
                SignBatchItemEntity.class,
                "select i from SignBatchItem i",
                "i.place",
                limit,
                SignBatchItemEntity::toRecord));
    }

    /** The cursor behind a document of a batch. */
    public static String cursor(SignBatch.Item item) {
        return Cursor.of(BY_PLACE, item.place());
    }

    /** Takes a batch on that nobody works on; gives whether it was this call that got it. */
    public boolean claim(String id, Instant now, Instant until) {
        return jpa.txExpr(em -> em.createQuery("update SignBatch b set b.runningUntil = :until, b.stopCode = ''"
                                + " where b.id = :id and b.state = :running and b.runningUntil <= :now")
                        .setParameter("until", until.toEpochMilli())
                        .setParameter("now", now.toEpochMilli())
                        .setParameter("id", id)
                        .setParameter("running", SignBatch.State.RUNNING)
                        .executeUpdate()
                == 1);
    }

    /** Says that it is still worked on; gives whether it is to go on. */
    public boolean goesOn(String id, Instant until) {
        return jpa.txExpr(em -> em.createQuery("update SignBatch b set b.runningUntil = :until"
                                + " where b.id = :id and b.state = :running")
                        .setParameter("until", until.toEpochMilli())
                        .setParameter("id", id)
                        .setParameter("running", SignBatch.State.RUNNING)
                        .executeUpdate()
                == 1);
    }

    /** Nobody works on it any more, for a reason. */
    public void stop(String id, String code) {
        jpa.tx(em -> em.createQuery("update SignBatch b set b.runningUntil = 0, b.stopCode = :code where b.id = :id")
                .setParameter("code", code)
                .setParameter("id", id)
                .executeUpdate());
    }

    /** Ends a batch that was not ended; gives whether it was this call. */
    public boolean end(String id, SignBatch.State state, Instant at) {
        return jpa.txExpr(em -> em.createQuery("update SignBatch b set b.state = :state, b.endedAt = :at"
                                + " where b.id = :id and b.state = :running")
                        .setParameter("state", state)
                        .setParameter("at", at.toEpochMilli())
                        .setParameter("id", id)
                        .setParameter("running", SignBatch.State.RUNNING)
                        .executeUpdate()
                == 1);
    }

    /** A document is signed. */
    public void signed(String batchId, int place, String signatureId) {
        settle(batchId, place, SignBatch.ItemState.SIGNED, "", "", signatureId);
    }

    /** A document could not be signed. */
    public void failed(String batchId, int place, String clause, String code) {
        settle(batchId, place, SignBatch.ItemState.FAILED, clause, code, "");
    }

    private void settle(
            String batchId, int place, SignBatch.ItemState state, String clause, String code, String signature) {
        jpa.tx(em -> {
            em.createQuery("update SignBatchItem i set i.state = :state, i.clause = :clause, i.code = :code,"
                            + " i.signatureId = :signature where i.batchId = :batch and i.place = :place")
                    .setParameter("state", state)
                    .setParameter("clause", clause)
                    .setParameter("code", code)
                    .setParameter("signature", signature)
                    .setParameter("batch", batchId)
                    .setParameter("place", place)
                    .executeUpdate();
            String count = state == SignBatch.ItemState.SIGNED ? "b.done = b.done + 1" : "b.failed = b.failed + 1";
            em.createQuery("update SignBatch b set " + count + " where b.id = :batch")
                    .setParameter("batch", batchId)
                    .executeUpdate();
        });
    }
}
