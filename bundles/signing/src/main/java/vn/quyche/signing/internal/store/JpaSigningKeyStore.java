package vn.quyche.signing.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.signing.api.SigningKey;

/** Keeps where keys are. Key files come sealed and go sealed. */
@Component(service = JpaSigningKeyStore.class)
public final class JpaSigningKeyStore {

    private static final String BY_SERIAL = "signing.keys";

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

    /** Keys by serial. */
    public List<SigningKey> list(Optional<String> after, int limit) {
        Where where = new Where();
        after.map(text -> Cursor.parse(BY_SERIAL, 1, text))
                .ifPresent(cursor -> where.and("k.serial > :after", "after", cursor.text(0)));
        return jpa.txExpr(em -> where.list(
                em, SigningKeyEntity.class, "select k from SigningKey k", "k.serial", limit, JpaSigningKeyStore::read));
    }

    /** The cursor behind a row. */
    public static String cursor(SigningKey key) {
        return Cursor.of(BY_SERIAL, key.serial());
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
                entity.addedBy,
                Instant.ofEpochMilli(entity.addedAt));
    }
}
