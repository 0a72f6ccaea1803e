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
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.signing.api.token.HandOver;
import vn.quyche.signing.api.token.TokenCustody;

/** Keeps hand-overs and the numbers of their minutes. The names of people are left empty. */
@Component(service = JpaTokenCustodyStore.class)
public final class JpaTokenCustodyStore {

    private static final SortedList LIST = SortedList.of("signing.hand-overs", "TokenHandOver h", "h.id", "-time")
            .byId("time")
            .by("serial", "h.serial", String.class);
    private final JpaTemplate jpa;

    @Activate
    public JpaTokenCustodyStore(@Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a new hand-over. */
    public void insert(HandOver proposed) {
        jpa.tx(em -> {
            TokenHandOverEntity entity = new TokenHandOverEntity();
            entity.id = proposed.id();
            entity.tokenId = proposed.tokenId();
            entity.serial = proposed.serial();
            entity.kind = proposed.kind();
            entity.giverId = proposed.giverId();
            entity.receiverId = proposed.receiverId();
            entity.place = proposed.place();
            entity.reason = proposed.reason();
            entity.condition = proposed.condition();
            entity.proposedAt = proposed.proposedAt().toEpochMilli();
            entity.proposedBy = proposed.proposedBy();
            write(entity, proposed);
            em.persist(entity);
        });
    }

    /** Stores who has confirmed, and how it ended. */
    public void update(HandOver changed) {
        jpa.tx(em -> write(em.find(TokenHandOverEntity.class, changed.id()), changed));
    }

    /** One hand-over. */
    public Optional<HandOver> find(String id) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(TokenHandOverEntity.class, id)).map(JpaTokenCustodyStore::read));
    }

    /** One hand-over that exists, as it is now, also when the transaction has read it before. */
    public HandOver fresh(String id) {
        return jpa.txExpr(em -> {
            TokenHandOverEntity entity = em.find(TokenHandOverEntity.class, id);
            em.refresh(entity);
            return read(entity);
        });
    }

    /**
     * Hand-overs, newest first unless sorted otherwise.
     *
     * @param party whose alone; empty for all
     */
    public Page<HandOver> list(TokenCustody.Query query, Optional<String> party, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        Where where = new Where()
                .and("h.tokenId = :token", "token", query.tokenId())
                .and("h.state = :state", "state", query.state());
        party.ifPresent(person -> where.with("person", person));
        if (query.waiting()) {
            where.and("h.state = :pending", "pending", HandOver.State.PENDING);
            party.ifPresent(person -> where.and("((h.giverId = :person and h.giverAt is null)"
                    + " or (h.receiverId = :person and h.receiverAt is null))"));
        } else {
            party.ifPresent(person -> where.and("(h.giverId = :person or h.receiverId = :person)"));
        }
        return jpa.txExpr(em -> where.page(em, wanted, TokenHandOverEntity.class, JpaTokenCustodyStore::read));
    }

    /** The last hand-over of a token that was done. */
    public Optional<HandOver> lastDone(String tokenId) {
        return list(
                        new TokenCustody.Query(Optional.of(tokenId), Optional.of(HandOver.State.DONE), false),
                        Optional.empty(),
                        PageRequest.first(1))
                .items()
                .stream()
                .findFirst();
    }

    /** Hand-overs that were done between two instants. */
    public List<HandOver> done(Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select h from TokenHandOver h where h.settledAt >= :from and h.settledAt < :to"
                                + " and h.state = :done",
                        TokenHandOverEntity.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .setParameter("done", HandOver.State.DONE)
                .getResultList()
                .stream()
                .map(JpaTokenCustodyStore::read)
                .toList());
    }

    /** The next number of the minutes of a year: no gap and no double, for the row is locked until the transaction ends. */
    @Regulated("MT.11.5")
    public int nextNumber(int year) {
        return jpa.txExpr(em -> {
            int counted = em.createNativeQuery(
                            "update q_signing.minutes_series set last_number = last_number + 1 where series_year = ?")
                    .setParameter(1, year)
                    .executeUpdate();
            if (counted == 0) {
                // who makes the first of a year waits for whoever does the same, and finds it made
                em.createNativeQuery(
                                "update q_signing.minutes_series set last_number = last_number where series_year = 0")
                        .executeUpdate();
                if (em.createNativeQuery("update q_signing.minutes_series set last_number = last_number + 1"
                                        + " where series_year = ?")
                                .setParameter(1, year)
                                .executeUpdate()
                        == 0) {
                    MinutesSeriesEntity first = new MinutesSeriesEntity();
                    first.year = year;
                    first.last = 1;
                    em.persist(first);
                    em.flush();
                    return 1;
                }
            }
            return em.createQuery("select s.last from MinutesSeries s where s.year = :year", Integer.class)
                    .setParameter("year", year)
                    .getSingleResult();
        });
    }

    private static void write(TokenHandOverEntity entity, HandOver now) {
        entity.giverAt = now.giverAt().map(Instant::toEpochMilli).orElse(null);
        entity.receiverAt = now.receiverAt().map(Instant::toEpochMilli).orElse(null);
        entity.state = now.state();
        entity.number = now.number();
        entity.settledAt = now.settledAt().map(Instant::toEpochMilli).orElse(null);
        entity.remark = now.remark();
    }

    private static HandOver read(TokenHandOverEntity entity) {
        return new HandOver(
                entity.id,
                entity.tokenId,
                entity.serial,
                entity.kind,
                entity.giverId,
                "",
                entity.receiverId,
                "",
                entity.place,
                entity.reason,
                entity.condition,
                Instant.ofEpochMilli(entity.proposedAt),
                entity.proposedBy,
                Optional.ofNullable(entity.giverAt).map(Instant::ofEpochMilli),
                Optional.ofNullable(entity.receiverAt).map(Instant::ofEpochMilli),
                entity.state,
                entity.number,
                Optional.ofNullable(entity.settledAt).map(Instant::ofEpochMilli),
                entity.remark);
    }
}
