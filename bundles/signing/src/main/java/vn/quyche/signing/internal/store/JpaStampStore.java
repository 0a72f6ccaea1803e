package vn.quyche.signing.internal.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.signing.api.SignaturePicture;
import vn.quyche.signing.api.SignaturePictures;
import vn.quyche.signing.api.StampPart;
import vn.quyche.signing.api.StampPlace;

/** Keeps pictures of signatures and of the seal, and where they are seen. */
@Component(service = JpaStampStore.class)
public final class JpaStampStore {

    private static final SortedList LIST = SortedList.of("signing.pictures", "SignaturePicture p", "p.id", "-time")
            .byId("time")
            .by("width", "p.widthTenths", Integer.class);
    private static final String ALL = "select p from SignaturePicture p";

    private final JpaTemplate jpa;

    @Activate
    public JpaStampStore(@Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Adds a picture. */
    public void insert(SignaturePicture picture) {
        jpa.tx(em -> em.persist(SignaturePictureEntity.of(picture)));
    }

    /** One picture, without the name. */
    public Optional<SignaturePicture> find(String id) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(SignaturePictureEntity.class, id)).map(SignaturePictureEntity::toRecord));
    }

    /**
     * Pictures, newest first unless sorted otherwise.
     *
     * @param personId whose alone; empty for all
     */
    public Page<SignaturePicture> list(SignaturePictures.Query query, Optional<String> personId, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        Where where =
                new Where().and("p.kind = :kind", "kind", query.kind()).and("p.personId = :person", "person", personId);
        query.current().ifPresent(current -> where.and(current ? "p.endedAt is null" : "p.endedAt is not null"));
        return jpa.txExpr(em -> where.page(em, wanted, SignaturePictureEntity.class, SignaturePictureEntity::toRecord));
    }

    /** The picture that is used now. @param personId empty for the seal */
    public Optional<SignaturePicture> current(SignaturePicture.Kind kind, String personId) {
        return list(
                        new SignaturePictures.Query(Optional.of(kind), Optional.of(true)),
                        Optional.of(personId),
                        PageRequest.first(1))
                .items()
                .stream()
                .findFirst();
    }

    /** Ends a picture that is in use; gives whether it was. */
    public boolean end(String id, Instant at, String by, String reason) {
        return jpa.txExpr(em -> em.createQuery("update SignaturePicture p set p.endedAt = :at, p.endedBy = :by,"
                                + " p.endReason = :reason where p.id = :id and p.endedAt is null")
                        .setParameter("at", at.toEpochMilli())
                        .setParameter("by", by)
                        .setParameter("reason", reason)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1);
    }

    /** The places on a document. */
    public Map<StampPart, StampPlace> ofDocument(String documentId) {
        return places("d:" + documentId);
    }

    /** The places on documents of a kind; pages below 0 count from the end. */
    public Map<StampPart, StampPlace> ofKind(String kind) {
        return places("k:" + kind);
    }

    private Map<StampPart, StampPlace> places(String owner) {
        Map<StampPart, StampPlace> places = new EnumMap<>(StampPart.class);
        jpa.txExpr(em -> em.createQuery("select p from StampPlace p where p.key.owner = :owner", StampPlaceEntity.class)
                        .setParameter("owner", owner)
                        .getResultList())
                .forEach(entity -> places.put(StampPart.valueOf(entity.key.part), entity.toRecord()));
        return places;
    }

    /** Says where a part is on a document. */
    public void putForDocument(String documentId, StampPart part, StampPlace place) {
        put("d:" + documentId, part, place);
    }

    /** Says where a part is on documents of a kind. */
    public void putForKind(String kind, StampPart part, StampPlace place) {
        put("k:" + kind, part, place);
    }

    private void put(String owner, StampPart part, StampPlace place) {
        jpa.tx(em -> em.merge(StampPlaceEntity.of(new StampPlaceKey(owner, part.name()), place)));
    }

    /** Forgets where a part is on documents of a kind. */
    public void forgetKind(String kind, StampPart part) {
        jpa.tx(em -> em.createQuery("delete from StampPlace p where p.key.owner = :owner and p.key.part = :part")
                .setParameter("owner", "k:" + kind)
                .setParameter("part", part.name())
                .executeUpdate());
    }
}
