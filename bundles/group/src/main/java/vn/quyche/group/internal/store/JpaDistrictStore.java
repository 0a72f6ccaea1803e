package vn.quyche.group.internal.store;

import java.time.Instant;
import java.util.List;
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
import vn.quyche.core.api.persistence.SortedList.Key;
import vn.quyche.group.api.district.DistrictChange;
import vn.quyche.group.api.district.DistrictLink;
import vn.quyche.group.api.district.DistrictNews;

/** The connection with the district, and what was read of its lists, in JPA. */
@Component(service = JpaDistrictStore.class)
public final class JpaDistrictStore {

    private static final SortedList LIST = SortedList.of(
                    "group.district-changes", "DistrictChange c", new Key("c.key.place", Integer.class), "-version")
            .by("version", "c.key.versionNo", Integer.class);
    private static final String ONLY = "district";

    private final JpaTemplate jpa;

    @Activate
    public JpaDistrictStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** The connection. */
    public Optional<DistrictLink> find() {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(DistrictLinkEntity.class, ONLY)).map(DistrictLinkEntity::toRecord));
    }

    /** The sealed token; empty without one. */
    public String sealedToken() {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(DistrictLinkEntity.class, ONLY))
                .map(entity -> entity.sealedToken)
                .orElse(""));
    }

    /** How far the changes were read; empty before the first time. */
    public Optional<String> seen() {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(DistrictLinkEntity.class, ONLY))
                .map(entity -> entity.seen)
                .filter(cursor -> !cursor.isEmpty()));
    }

    /** The hash of the list that was last sent. */
    public String sentHash() {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(DistrictLinkEntity.class, ONLY))
                .map(entity -> entity.sentHash)
                .orElse(""));
    }

    /**
     * Stores the connection.
     *
     * @param anew whether it is another district: then everything is read and sent from the beginning
     */
    public void save(DistrictLink link, String sealedToken, boolean anew) {
        jpa.tx(em -> {
            DistrictLinkEntity entity = em.find(DistrictLinkEntity.class, ONLY);
            boolean first = entity == null;
            if (first) {
                entity = new DistrictLinkEntity();
                entity.id = ONLY;
            }
            if (first || anew) {
                em.createQuery("delete from DistrictChange c").executeUpdate();
                entity.seen = "";
                entity.sentHash = "";
                entity.figuresHash = "";
                entity.readAt = null;
                entity.sentAt = null;
                entity.figuresAt = null;
            }
            entity.address = link.address();
            entity.sealedToken = sealedToken;
            entity.sends = link.sends();
            entity.failure = "";
            entity.failedAt = null;
            entity.version = link.version();
            if (first) {
                em.persist(entity);
            }
        });
    }

    /** Stores changes that were read, and how far; one that is known is left as it is. */
    public void read(List<DistrictChange> changes, String seen, Instant at) {
        jpa.tx(em -> {
            DistrictLinkEntity entity = em.find(DistrictLinkEntity.class, ONLY);
            entity.seen = seen;
            entity.readAt = at.toEpochMilli();
            entity.failure = "";
            entity.failedAt = null;
            for (DistrictChange change : changes) {
                if (em.find(DistrictChangeEntity.class, new DistrictChangeEntity.Key(change.version(), change.place()))
                        == null) {
                    em.persist(new DistrictChangeEntity(change));
                }
            }
        });
    }

    /** Notes that the list was sent. */
    public void sent(String hash, Instant at) {
        jpa.tx(em -> {
            DistrictLinkEntity entity = em.find(DistrictLinkEntity.class, ONLY);
            entity.sentHash = hash;
            entity.sentAt = at.toEpochMilli();
        });
    }

    /** The hash of the figures that were last sent. */
    public String figuresHash() {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(DistrictLinkEntity.class, ONLY))
                .map(entity -> entity.figuresHash)
                .orElse(""));
    }

    /** Notes that the district has the figures as they are. */
    public void figures(String hash, Instant at) {
        jpa.tx(em -> {
            DistrictLinkEntity entity = em.find(DistrictLinkEntity.class, ONLY);
            entity.figuresHash = hash;
            entity.figuresAt = at.toEpochMilli();
        });
    }

    /** Notes a failure. */
    public void failed(String code, Instant at) {
        jpa.tx(em -> {
            DistrictLinkEntity entity = em.find(DistrictLinkEntity.class, ONLY);
            entity.failure = code;
            entity.failedAt = at.toEpochMilli();
        });
    }

    /** What the lists changed, newest first ({@code -version}). */
    public Page<DistrictChange> changes(DistrictNews.Query query, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        if (query.ownOnly()) {
            wanted.and("c.own = :own", "own", true);
        }
        query.kind().ifPresent(kind -> wanted.and("c.kind = :kind", "kind", kind));
        query.text()
                .ifPresent(text -> wanted.and(
                        "c.textFolded like :text escape '!'", "text", Like.containing(VietnameseText.fold(text))));
        return Selecting.page(jpa, wanted, DistrictChangeEntity.class).map(DistrictChangeEntity::toRecord);
    }
}
