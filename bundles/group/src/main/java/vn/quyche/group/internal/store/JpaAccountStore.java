package vn.quyche.group.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.PhoneNumber;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.PlatformAccount;
import vn.quyche.group.api.members.PlatformAccount.Stage;
import vn.quyche.group.api.members.PlatformAccount.Verification;

/** The accounts of staff on platforms, in JPA. Names and who is in a group are added by the service. */
@Component(service = JpaAccountStore.class)
public final class JpaAccountStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaAccountStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** What is known of an account and when: for evidence. */
    public record Proof(String personId, Platform platform, Instant at) {}

    /** All accounts on a platform. */
    public List<PlatformAccount> on(Platform platform) {
        return jpa.txExpr(em -> em
                .createQuery("select a from PlatformAccount a where a.key.platform = :platform", AccountEntity.class)
                .setParameter("platform", platform)
                .getResultList()
                .stream()
                .map(JpaAccountStore::account)
                .toList());
    }

    /** One account. */
    public Optional<PlatformAccount> find(String personId, Platform platform) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(AccountEntity.class, new AccountEntity.Key(personId, platform)))
                        .map(JpaAccountStore::account));
    }

    /** Whether somebody else gave a phone number. */
    public boolean taken(String personId, Platform platform, String phone) {
        return jpa.txExpr(em -> em.createQuery(
                                "select count(a) from PlatformAccount a where a.key.platform = :platform"
                                        + " and a.phone = :phone and a.key.personId <> :person",
                                Long.class)
                        .setParameter("platform", platform)
                        .setParameter("phone", phone)
                        .setParameter("person", personId)
                        .getSingleResult()
                > 0);
    }

    /** Stores an account. */
    public void store(PlatformAccount account) {
        jpa.tx(em -> {
            AccountEntity.Key key = new AccountEntity.Key(account.personId(), account.platform());
            AccountEntity entity = em.find(AccountEntity.class, key);
            boolean fresh = entity == null;
            if (fresh) {
                entity = new AccountEntity();
                entity.key = key;
            }
            entity.account = account.account();
            entity.phone = PhoneNumber.normalise(account.account()).orElse("");
            entity.installed = account.stage() != Stage.NONE;
            entity.givenAt = account.givenAt().orElseThrow().toEpochMilli();
            entity.verifiedAt =
                    account.verification().map(seen -> seen.at().toEpochMilli()).orElse(null);
            entity.verifiedBy = account.verification().map(Verification::by).orElse("");
            entity.verifiedHow =
                    account.verification().map(Verification::method).orElse(null);
            entity.version = account.version();
            if (fresh) {
                em.persist(entity);
            }
        });
    }

    /** Forgets an account. */
    public void delete(PlatformAccount account) {
        jpa.tx(em -> {
            AccountEntity entity =
                    em.find(AccountEntity.class, new AccountEntity.Key(account.personId(), account.platform()));
            if (entity != null) {
                em.remove(entity);
            }
        });
    }

    /** The accounts that were given between two instants and stand as they were given. */
    public List<Proof> given(Instant from, Instant to) {
        return proofs("givenAt", from, to);
    }

    /** The accounts that were verified between two instants. */
    public List<Proof> verified(Instant from, Instant to) {
        return proofs("verifiedAt", from, to);
    }

    /** When the first of those that stand was given. */
    public Optional<Instant> first() {
        return jpa.txExpr(
                em -> Stream.ofNullable(em.createQuery("select min(a.givenAt) from PlatformAccount a", Long.class)
                                .getSingleResult())
                        .findFirst()
                        .map(Instant::ofEpochMilli));
    }

    private List<Proof> proofs(String field, Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select a from PlatformAccount a where a." + field + " >= :from and a." + field + " < :to",
                        AccountEntity.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(entity -> new Proof(
                        entity.key.personId,
                        entity.key.platform,
                        Instant.ofEpochMilli(field.equals("givenAt") ? entity.givenAt : entity.verifiedAt)))
                .toList());
    }

    private static PlatformAccount account(AccountEntity entity) {
        return new PlatformAccount(
                entity.key.personId,
                "",
                entity.key.platform,
                entity.installed ? Stage.INSTALLED : Stage.NONE,
                entity.account,
                Optional.of(Instant.ofEpochMilli(entity.givenAt)),
                Optional.ofNullable(entity.verifiedAt)
                        .map(at -> new Verification(Instant.ofEpochMilli(at), entity.verifiedBy, entity.verifiedHow)),
                entity.version);
    }
}
