package vn.quyche.signing.internal.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.SigningCertificate;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenScope;
import vn.quyche.signing.api.token.TokenState;
import vn.quyche.signing.api.token.Tokens;

/** Keeps tokens and what they may sign. The names of people are left empty. */
@Component(service = JpaTokenStore.class)
public final class JpaTokenStore {

    private static final SortedList LIST = SortedList.of("signing.tokens", "Token t", "t.id", "serial")
            .by("serial", "t.serialFolded", String.class)
            .by("expiry", "t.validTo", Long.class);

    private final JpaTemplate jpa;

    @Activate
    public JpaTokenStore(@Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** A token with what is not shown of it. */
    public record Kept(SigningToken token, String pendingId, int toldDays) {}

    /** Makes registrations wait for each other, until the transaction ends. */
    public void lockRegister() {
        jpa.tx(em -> em.createNativeQuery(
                        "update q_signing.minutes_series set last_number = last_number where series_year = 0")
                .executeUpdate());
    }

    /** Stores a new token. */
    public void insert(SigningToken token, String certificate) {
        jpa.tx(em -> {
            TokenEntity entity = new TokenEntity();
            entity.id = token.id();
            entity.serial = token.serial();
            entity.serialFolded = VietnameseText.fold(token.serial());
            entity.kind = token.kind();
            entity.holderId = token.holderId();
            entity.registeredAt = token.registeredAt().toEpochMilli();
            entity.pendingId = "";
            entity.toldDays = Integer.MAX_VALUE;
            write(entity, token);
            certify(entity, token.certificate(), certificate);
            em.persist(entity);
        });
    }

    /** Stores what changed of a token, but not its certificate. */
    public void update(SigningToken token) {
        change(token.id(), entity -> write(entity, token));
    }

    /** Gives a token another certificate. */
    public void renew(SigningToken token, String certificate) {
        change(token.id(), entity -> {
            certify(entity, token.certificate(), certificate);
            entity.toldDays = Integer.MAX_VALUE;
            write(entity, token);
        });
    }

    /** Says which hand-over of a token waits; empty for none. */
    public void pending(String id, String handOverId) {
        change(id, entity -> entity.pendingId = handOverId);
    }

    /** Remembers that it was told how many days are left. */
    public void told(String id, int days) {
        change(id, entity -> entity.toldDays = days);
    }

    private void change(String id, Consumer<TokenEntity> change) {
        jpa.tx(em -> change.accept(em.find(TokenEntity.class, id)));
    }

    /** One token. */
    public Optional<Kept> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(TokenEntity.class, id)).map(JpaTokenStore::kept));
    }

    /** The certificate of a token, Base64 of its DER. */
    public Optional<String> certificate(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(TokenEntity.class, id)).map(entity -> entity.certificate));
    }

    /** One token, locked until the transaction ends. */
    public Optional<Kept> lock(String id) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_signing.token set version = version where id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            return Optional.ofNullable(em.find(TokenEntity.class, id)).map(JpaTokenStore::kept);
        });
    }

    /** The token with a serial, however it is written. */
    public Optional<SigningToken> bySerial(String serial) {
        return one("select t from Token t where t.serialFolded = :key", VietnameseText.fold(serial));
    }

    /** The token with a certificate. */
    public Optional<SigningToken> byFingerprint(String fingerprint) {
        return one("select t from Token t where t.fingerprint = :key", fingerprint);
    }

    private Optional<SigningToken> one(String jpql, String key) {
        return jpa.txExpr(
                em -> em.createQuery(jpql, TokenEntity.class).setParameter("key", key).getResultList().stream()
                        .findFirst()
                        .map(entity -> kept(entity).token()));
    }

    /**
     * Tokens by {@code serial}, or by {@code expiry} what ends first.
     *
     * @param visibleTo whose tokens alone; empty for all
     */
    public Page<SigningToken> list(Tokens.Query query, Optional<String> visibleTo, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        Where where = new Where()
                .and("(t.holderId = :person or t.custodianId = :person)", "person", visibleTo)
                .and("t.state = :state", "state", query.state())
                .and("t.kind = :kind", "kind", query.kind())
                .and(
                        "t.folded like :text escape '!'",
                        "text",
                        query.text().map(VietnameseText::fold).map(Like::containing));
        return jpa.txExpr(em ->
                where.page(em, wanted, TokenEntity.class, entity -> kept(entity).token()));
    }

    /** All tokens that are not ended; a school has a handful. */
    public List<Kept> open() {
        return jpa.txExpr(em -> em
                .createQuery("select t from Token t where t.state in :states", TokenEntity.class)
                .setParameter("states", EnumSet.complementOf(EnumSet.of(TokenState.REVOKED, TokenState.DESTROYED)))
                .getResultList()
                .stream()
                .map(JpaTokenStore::kept)
                .toList());
    }

    /** The tokens that are with a person, but for destroyed ones. */
    public List<SigningToken> with(String personId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select t from Token t where t.custodianId = :person and t.state <> :gone order by t.serialFolded",
                        TokenEntity.class)
                .setParameter("person", personId)
                .setParameter("gone", TokenState.DESTROYED)
                .getResultList()
                .stream()
                .map(entity -> kept(entity).token())
                .toList());
    }

    /** All tokens that somebody, or the school, ever had. */
    public List<SigningToken> ofHolder(SignatureKind kind, String holderId) {
        return jpa.txExpr(em -> em
                .createQuery("select t from Token t where t.kind = :kind and t.holderId = :holder", TokenEntity.class)
                .setParameter("kind", kind)
                .setParameter("holder", holderId)
                .getResultList()
                .stream()
                .map(entity -> kept(entity).token())
                .toList());
    }

    /** Whether somebody, or the school, has a token that counts. */
    public boolean hasOne(SignatureKind kind, String holderId) {
        return ofHolder(kind, holderId).stream().anyMatch(token -> token.state().counts());
    }

    /** Tokens that were registered between two instants. */
    public List<SigningToken> registered(Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select t from Token t where t.registeredAt >= :from and t.registeredAt < :to",
                        TokenEntity.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(entity -> kept(entity).token())
                .toList());
    }

    /** When the first token was registered. */
    public Optional<Instant> firstRegistered() {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.createQuery("select min(t.registeredAt) from Token t", Long.class)
                                .getSingleResult())
                        .map(Instant::ofEpochMilli));
    }

    /** Stores a new scope. */
    public void grant(TokenScope scope) {
        jpa.tx(em -> {
            TokenScopeEntity entity = new TokenScopeEntity();
            entity.id = scope.id();
            entity.tokenId = scope.tokenId();
            entity.kinds = String.join(" ", scope.kinds());
            entity.first = scope.from();
            entity.last = scope.to();
            entity.most = scope.most();
            entity.used = scope.used();
            entity.delegationId = scope.delegationId();
            entity.basis = scope.basis();
            entity.grantedBy = scope.grantedBy();
            entity.grantedAt = scope.grantedAt().toEpochMilli();
            em.persist(entity);
        });
    }

    /** Ends a scope. */
    public void endScope(String scopeId, Instant at) {
        jpa.tx(em -> em.find(TokenScopeEntity.class, scopeId).endedAt = at.toEpochMilli());
    }

    /** Counts a use of a scope, or takes one back; behind the lock of its token, or alone. */
    public void count(String scopeId, int uses) {
        jpa.tx(em -> em.createQuery("update TokenScope s set s.used = s.used + :uses where s.id = :id")
                .setParameter("uses", uses)
                .setParameter("id", scopeId)
                .executeUpdate());
    }

    /** The scopes of a token, latest first. */
    public List<TokenScope> scopes(String tokenId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select s from TokenScope s where s.tokenId = :token order by s.id desc",
                        TokenScopeEntity.class)
                .setParameter("token", tokenId)
                .getResultList()
                .stream()
                .map(JpaTokenStore::scope)
                .toList());
    }

    /** Scopes that were granted between two instants. */
    public List<TokenScope> granted(Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select s from TokenScope s where s.grantedAt >= :from and s.grantedAt < :to",
                        TokenScopeEntity.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(JpaTokenStore::scope)
                .toList());
    }

    private static void write(TokenEntity entity, SigningToken token) {
        entity.provider = token.provider();
        entity.purpose = token.purpose();
        entity.custodianId = token.custodianId();
        entity.place = token.place();
        entity.state = token.state();
        entity.remark = token.remark();
        entity.lastKnownAt = token.lastKnownAt().toEpochMilli();
        entity.lastUsedAt = token.lastUsedAt().map(Instant::toEpochMilli).orElse(null);
        entity.version = token.version();
        entity.folded = VietnameseText.fold(token.serial() + " " + token.provider() + " "
                + token.certificate().name());
    }

    private static void certify(TokenEntity entity, SigningCertificate certificate, String stored) {
        entity.fingerprint = certificate.fingerprint();
        entity.subject = certificate.subject();
        entity.certName = certificate.name();
        entity.certIdentity = certificate.identity();
        entity.certSerial = certificate.serial();
        entity.issuer = certificate.issuer();
        entity.validFrom = certificate.validFrom().toEpochMilli();
        entity.validTo = certificate.validTo().toEpochMilli();
        entity.keyUsage = certificate.keyUsage();
        entity.algorithm = certificate.algorithm();
        entity.certificate = stored;
    }

    private static Kept kept(TokenEntity entity) {
        SigningCertificate certificate = new SigningCertificate(
                entity.fingerprint,
                entity.subject,
                entity.certName,
                entity.certIdentity,
                entity.certSerial,
                entity.issuer,
                Instant.ofEpochMilli(entity.validFrom),
                Instant.ofEpochMilli(entity.validTo),
                entity.keyUsage,
                entity.algorithm);
        SigningToken token = new SigningToken(
                entity.id,
                entity.serial,
                entity.kind,
                entity.provider,
                entity.purpose,
                entity.holderId,
                "",
                entity.custodianId,
                "",
                entity.place,
                entity.state,
                certificate,
                entity.remark,
                Instant.ofEpochMilli(entity.registeredAt),
                Instant.ofEpochMilli(entity.lastKnownAt),
                Optional.ofNullable(entity.lastUsedAt).map(Instant::ofEpochMilli),
                entity.version);
        return new Kept(token, entity.pendingId, entity.toldDays);
    }

    private static TokenScope scope(TokenScopeEntity entity) {
        return new TokenScope(
                entity.id,
                entity.tokenId,
                entity.kinds.isEmpty() ? List.of() : Arrays.asList(entity.kinds.split(" ")),
                entity.first,
                entity.last,
                entity.most,
                entity.used,
                entity.delegationId,
                entity.basis,
                entity.grantedBy,
                Instant.ofEpochMilli(entity.grantedAt),
                Optional.ofNullable(entity.endedAt).map(Instant::ofEpochMilli));
    }
}
