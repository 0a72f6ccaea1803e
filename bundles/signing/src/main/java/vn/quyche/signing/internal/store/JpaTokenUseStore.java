package vn.quyche.signing.internal.store;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.token.TokenUse;
import vn.quyche.signing.api.token.TokenUse.Outcome;

/** The register of uses: lines are added, and those granted are settled once. */
@Component(service = JpaTokenUseStore.class)
public final class JpaTokenUseStore {

    private static final SortedList LIST = SortedList.of("signing.token-uses", "TokenUse u", "u.id", "-time")
            .byId("time")
            .by("serial", "u.serial", String.class)
            .by("person", "u.personName", String.class);
    private final JpaTemplate jpa;

    @Activate
    public JpaTokenUseStore(@Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Adds a line. */
    public void insert(TokenUse use) {
        jpa.tx(em -> {
            TokenUseEntity entity = new TokenUseEntity();
            entity.id = use.id();
            entity.tokenId = use.tokenId();
            entity.serial = use.serial();
            entity.personId = use.personId();
            entity.personName = use.personName();
            entity.documentKind = use.documentKind();
            entity.documentId = use.documentId();
            entity.sha256 = use.sha256();
            entity.scopeId = use.scopeId();
            entity.askedAt = use.askedAt().toEpochMilli();
            entity.outcome = use.outcome();
            entity.clause = use.clause();
            entity.code = use.code();
            em.persist(entity);
        });
    }

    /**
     * Says what came of a line that was granted.
     *
     * @return whether it was this call that settled it
     */
    public boolean settle(String id, Outcome outcome, String clause, String code, Instant at) {
        return jpa.txExpr(em -> em.createQuery("update TokenUse u set u.outcome = :outcome, u.clause = :clause,"
                                + " u.code = :code, u.settledAt = :at where u.id = :id and u.outcome = :granted")
                        .setParameter("outcome", outcome)
                        .setParameter("clause", clause)
                        .setParameter("code", code)
                        .setParameter("at", at.toEpochMilli())
                        .setParameter("id", id)
                        .setParameter("granted", Outcome.GRANTED)
                        .executeUpdate()
                == 1);
    }

    /** One line. */
    public Optional<TokenUse> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(TokenUseEntity.class, id)).map(JpaTokenUseStore::read));
    }

    /** One line that exists, as it is now, also when the transaction has read it before. */
    public TokenUse fresh(String id) {
        return jpa.txExpr(em -> {
            TokenUseEntity entity = em.find(TokenUseEntity.class, id);
            em.refresh(entity);
            return read(entity);
        });
    }

    /** Lines of one token or person, or all, newest first unless sorted otherwise. */
    public Page<TokenUse> list(
            Optional<String> tokenId, Optional<String> personId, Optional<Outcome> outcome, PageRequest page) {
        return page(
                new Where()
                        .and("u.tokenId = :token", "token", tokenId)
                        .and("u.personId = :person", "person", personId)
                        .and("u.outcome = :outcome", "outcome", outcome),
                page);
    }

    /** What was signed with a token since an instant, or granted and perhaps signed, sorted as the others. */
    public Page<TokenUse> signedSince(String tokenId, Instant since, PageRequest page) {
        return page(
                new Where()
                        .and("u.tokenId = :token", "token", tokenId)
                        .and("u.askedAt >= :since", "since", since.toEpochMilli())
                        .and("u.outcome in :outcomes", "outcomes", EnumSet.of(Outcome.GRANTED, Outcome.SIGNED)),
                page);
    }

    /** Uses that were granted before an instant and of which nothing came, oldest first; those that are prepared wait rightly. */
    public List<TokenUse> forgotten(Instant before, int limit) {
        Where where = new Where()
                .and("u.outcome = :granted", "granted", Outcome.GRANTED)
                .and("u.askedAt < :before", "before", before.toEpochMilli())
                .and(
                        "not exists (select p.id from PreparedSignature p where p.useId = u.id and p.state = :open)",
                        "open",
                        PreparedSignature.State.OPEN);
        return jpa.txExpr(em -> where.list(
                em,
                TokenUseEntity.class,
                "select u from TokenUse u",
                "u.askedAt, u.id",
                limit,
                JpaTokenUseStore::read));
    }

    private Page<TokenUse> page(Where where, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        return jpa.txExpr(em -> where.page(em, wanted, TokenUseEntity.class, JpaTokenUseStore::read));
    }

    /** Lines that were signed between two instants. */
    public List<TokenUse> signed(Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select u from TokenUse u where u.settledAt >= :from and u.settledAt < :to"
                                + " and u.outcome = :signed",
                        TokenUseEntity.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .setParameter("signed", Outcome.SIGNED)
                .getResultList()
                .stream()
                .map(JpaTokenUseStore::read)
                .toList());
    }

    private static TokenUse read(TokenUseEntity entity) {
        return new TokenUse(
                entity.id,
                entity.tokenId,
                entity.serial,
                entity.personId,
                entity.personName,
                entity.documentKind,
                entity.documentId,
                entity.sha256,
                entity.scopeId,
                Instant.ofEpochMilli(entity.askedAt),
                entity.outcome,
                entity.clause,
                entity.code,
                Optional.ofNullable(entity.settledAt).map(Instant::ofEpochMilli));
    }
}
