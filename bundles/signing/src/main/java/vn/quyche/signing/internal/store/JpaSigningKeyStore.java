package vn.quyche.signing.internal.store;

import java.time.Instant;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.signing.api.SigningKey;
import vn.quyche.signing.api.SigningKeys;

/** Keeps where keys are. Key files come sealed and go sealed. */
@Component(service = JpaSigningKeyStore.class)
public final class JpaSigningKeyStore {

    private static final SortedList LIST = SortedList.of("signing.keys", "SigningKey k", "k.tokenId", "serial")
            .by("serial", "k.serial", String.class)
            .by("added", "k.addedAt", Long.class)
            .by("pins", "k.wrongPins", Integer.class);

    private final JpaTemplate jpa;

    @Activate
    public JpaSigningKeyStore(@Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * A key with its sealed file.
     *
     * @param sealed empty for devices
     */
    public record Kept(SigningKey key, String sealed) {}

    /** Stores a key in place of the one before. */
    public void put(SigningKey key, String sealed) {
        jpa.tx(em -> {
            SigningKeyEntity entity = new SigningKeyEntity();
            entity.tokenId = key.tokenId();
            entity.serial = key.serial();
            entity.kind = key.kind();
            entity.library = key.library();
            entity.slotIndex = key.slotIndex();
            entity.scheme = key.scheme();
            entity.sealed = sealed;
            entity.wrongPins = key.wrongPins();
            entity.confirmed = key.confirmed();
            entity.addedBy = key.addedBy();
            entity.addedAt = key.addedAt().toEpochMilli();
            em.merge(entity);
        });
    }

    /** Removes a key; gives whether there was one. */
    public boolean remove(String tokenId) {
        return jpa.txExpr(em -> em.createQuery("delete from SigningKey k where k.tokenId = :id")
                        .setParameter("id", tokenId)
                        .executeUpdate()
                == 1);
    }

    /** The key of a token. */
    public Optional<Kept> find(String tokenId) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(SigningKeyEntity.class, tokenId))
                .map(entity -> new Kept(read(entity), entity.sealed)));
    }

    /** Keys by {@code serial}, {@code added} or {@code pins}; found by what their tokens are found by. */
    public Page<SigningKey> list(SigningKeys.Query query, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        Where where = new Where()
                .and("k.kind = :kind", "kind", query.kind())
                .and(
                        "exists (select t.id from Token t where t.id = k.tokenId and t.folded like :text escape '!')",
                        "text",
                        query.text().map(VietnameseText::fold).map(Like::containing));
        return jpa.txExpr(em -> where.page(em, wanted, SigningKeyEntity.class, JpaSigningKeyStore::read));
    }

    /**
     * Counts a PIN before it is tried, so that no crash forgets it.
     *
     * @return whether it may be tried
     */
    public boolean countTry(String tokenId) {
        return jpa.txExpr(em -> em.createQuery("update SigningKey k set k.wrongPins = k.wrongPins + 1"
                                + " where k.tokenId = :id and k.wrongPins < :most")
                        .setParameter("id", tokenId)
                        .setParameter("most", SigningKey.MOST_WRONG_PINS)
                        .executeUpdate()
                == 1);
    }

    /** Takes a counted PIN back that was not tried after all. */
    public void uncount(String tokenId) {
        jpa.tx(em -> em.createQuery("update SigningKey k set k.wrongPins = k.wrongPins - 1"
                        + " where k.tokenId = :id and k.wrongPins > 0")
                .setParameter("id", tokenId)
                .executeUpdate());
    }

    /** Says how many wrong PINs there were. */
    public void wrongPins(String tokenId, int count) {
        jpa.tx(em -> em.createQuery("update SigningKey k set k.wrongPins = :count where k.tokenId = :id")
                .setParameter("id", tokenId)
                .setParameter("count", count)
                .executeUpdate());
    }

    private static SigningKey read(SigningKeyEntity entity) {
        return new SigningKey(
                entity.tokenId,
                entity.serial,
                entity.kind,
                entity.library,
                entity.slotIndex,
                entity.scheme,
                entity.wrongPins,
                entity.confirmed,
                entity.addedBy,
                Instant.ofEpochMilli(entity.addedAt));
    }
}
