package vn.quyche.signing.internal.store;

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
import vn.quyche.signing.api.token.TokenCase;
import vn.quyche.signing.api.token.TokenCases;

/** Keeps cases and their steps. */
@Component(service = JpaTokenCaseStore.class)
public final class JpaTokenCaseStore {

    private static final SortedList LIST = SortedList.of("signing.token-cases", "TokenCase c", "c.id", "-time")
            .byId("time")
            .by("serial", "c.serial", String.class)
            .by("reporter", "c.reporterName", String.class);
    private final JpaTemplate jpa;

    @Activate
    public JpaTokenCaseStore(@Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a new case with its steps. */
    public void insert(TokenCase reported) {
        jpa.tx(em -> {
            TokenCaseEntity entity = new TokenCaseEntity();
            entity.id = reported.id();
            entity.tokenId = reported.tokenId();
            entity.serial = reported.serial();
            entity.kind = reported.kind();
            entity.reporterId = reported.reporterId();
            entity.reporterName = reported.reporterName();
            entity.reportedAt = reported.reportedAt().toEpochMilli();
            entity.body = reported.text();
            write(entity, reported);
            em.persist(entity);
            for (int place = 0; place < reported.steps().size(); place++) {
                persist(em, reported.id(), place, reported.steps().get(place));
            }
        });
    }

    /** Stores a case whose last step is new. */
    public void step(TokenCase after) {
        jpa.tx(em -> {
            write(em.find(TokenCaseEntity.class, after.id()), after);
            int last = after.steps().size() - 1;
            persist(em, after.id(), last, after.steps().get(last));
        });
    }

    private static void persist(EntityManager em, String caseId, int place, TokenCase.Step step) {
        TokenCaseStepEntity entity = new TokenCaseStepEntity();
        entity.key = new TokenStepKey(caseId, place);
        entity.kind = step.kind();
        entity.doneAt = step.at().toEpochMilli();
        entity.byName = step.byName();
        entity.body = step.text();
        em.persist(entity);
    }

    /** One case with its steps. */
    public Optional<TokenCase> find(String id) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(TokenCaseEntity.class, id)).map(entity -> read(entity, steps(em, id))));
    }

    /** One case with its steps, locked until the transaction ends. */
    public Optional<TokenCase> lock(String id) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_signing.token_case set version = version where id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            return Optional.ofNullable(em.find(TokenCaseEntity.class, id)).map(entity -> read(entity, steps(em, id)));
        });
    }

    /** The open case that bars a token, with its steps. */
    public Optional<TokenCase> barring(String tokenId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select c from TokenCase c where c.tokenId = :token and c.closedAt is null"
                                + " and c.kind <> :support order by c.id desc",
                        TokenCaseEntity.class)
                .setParameter("token", tokenId)
                .setParameter("support", TokenCase.Kind.SUPPORT)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(entity -> read(entity, steps(em, entity.id))));
    }

    /**
     * Cases without their steps, newest first unless sorted otherwise.
     *
     * @param reporter of whom alone; empty for all
     */
    public Page<TokenCase> list(TokenCases.Query query, Optional<String> reporter, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        Where where = new Where()
                .and("c.reporterId = :person", "person", reporter)
                .and("c.tokenId = :token", "token", query.tokenId())
                .and("c.kind = :kind", "kind", query.kind());
        if (query.openOnly()) {
            where.and("c.closedAt is null");
        }
        return jpa.txExpr(em -> where.page(em, wanted, TokenCaseEntity.class, entity -> read(entity, List.of())));
    }

    /** Cases that were reported between two instants, without their steps. */
    public List<TokenCase> reported(Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select c from TokenCase c where c.reportedAt >= :from and c.reportedAt < :to",
                        TokenCaseEntity.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(entity -> read(entity, List.of()))
                .toList());
    }

    private static void write(TokenCaseEntity entity, TokenCase now) {
        entity.knownUntil = now.knownUntil().toEpochMilli();
        entity.outcome = now.outcome().map(Enum::name).orElse("");
        entity.replacementId = now.replacementId();
        entity.closedAt = now.closedAt().map(Instant::toEpochMilli).orElse(null);
        entity.version = now.version();
    }

    private static List<TokenCase.Step> steps(EntityManager em, String caseId) {
        return em
                .createQuery(
                        "select s from TokenCaseStep s where s.key.caseId = :id order by s.key.place",
                        TokenCaseStepEntity.class)
                .setParameter("id", caseId)
                .getResultList()
                .stream()
                .map(TokenCaseStepEntity::toRecord)
                .toList();
    }

    private static TokenCase read(TokenCaseEntity entity, List<TokenCase.Step> steps) {
        return new TokenCase(
                entity.id,
                entity.tokenId,
                entity.serial,
                entity.kind,
                entity.reporterId,
                entity.reporterName,
                Instant.ofEpochMilli(entity.reportedAt),
                Instant.ofEpochMilli(entity.knownUntil),
                entity.body,
                Optional.of(entity.outcome).filter(name -> !name.isEmpty()).map(TokenCase.Outcome::valueOf),
                entity.replacementId,
                steps,
                Optional.ofNullable(entity.closedAt).map(Instant::ofEpochMilli),
                entity.version);
    }
}
