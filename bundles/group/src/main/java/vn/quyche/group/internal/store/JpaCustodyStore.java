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
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.group.api.custody.CustodyExport;
import vn.quyche.group.api.custody.LegalHold;

/** Holds and exports of directives, in JPA. */
@Component(service = JpaCustodyStore.class)
public final class JpaCustodyStore {

    private static final SortedList LIST =
            SortedList.of("group.holds", "LegalHold h", "h.id", "-laid").byId("laid");

    private static final SortedList EXPORTS = SortedList.of(
                    "group.custody-exports", "CustodyExport e", "e.id", "-exported")
            .byId("exported");

    private final JpaTemplate jpa;

    @Activate
    public JpaCustodyStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a new hold. The directive must be locked. */
    public void lay(LegalHold hold) {
        jpa.tx(em -> {
            HoldEntity entity = new HoldEntity();
            entity.id = hold.id();
            entity.directiveId = hold.directiveId();
            entity.number = hold.number();
            entity.title = hold.title();
            entity.reason = hold.reason();
            entity.laidBy = hold.laidById();
            entity.laidName = hold.laidByName();
            entity.laidAt = hold.laidAt().toEpochMilli();
            entity.standing = true;
            entity.liftedName = "";
            entity.liftReason = "";
            em.persist(entity);
        });
    }

    /** Lifts a hold. The directive must be locked. */
    public void lift(String holdId, String byId, String byName, Instant at, String reason) {
        jpa.tx(em -> {
            HoldEntity entity = em.find(HoldEntity.class, holdId);
            entity.standing = false;
            entity.liftedBy = byId;
            entity.liftedName = byName;
            entity.liftedAt = at.toEpochMilli();
            entity.liftReason = reason;
        });
    }

    /** The hold that stands on a directive. */
    public Optional<LegalHold> standing(String directiveId) {
        return holds(Optional.of(directiveId), Optional.of(true), PageRequest.first(1)).items().stream()
                .findFirst();
    }

    /** Holds, the newest first ({@code -laid}). */
    public Page<LegalHold> holds(Optional<String> directiveId, Optional<Boolean> standing, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        directiveId.ifPresent(id -> wanted.and("h.directiveId = :directive", "directive", id));
        standing.ifPresent(stands -> wanted.and("h.standing = :standing", "standing", stands));
        return Selecting.page(jpa, wanted, HoldEntity.class).map(HoldEntity::toRecord);
    }

    /** Records an export. */
    public void insert(CustodyExport export, String groupId) {
        jpa.tx(em -> em.persist(new ExportEntity(export, groupId)));
    }

    /** The exports of a directive, newest first ({@code -exported}). */
    public Page<CustodyExport> exports(String directiveId, PageRequest page) {
        SortedList.Query wanted = EXPORTS.query(page).and("e.directiveId = :directive", "directive", directiveId);
        return Selecting.page(jpa, wanted, ExportEntity.class).map(ExportEntity::toRecord);
    }

    /** The exports from one instant to before another. */
    public List<CustodyExport> exported(Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select e from CustodyExport e where e.at >= :from and e.at < :to order by e.at, e.id",
                        ExportEntity.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(ExportEntity::toRecord)
                .toList());
    }

    /** When something was exported first. */
    public Optional<Instant> firstExport() {
        return jpa.txExpr(em -> Optional.ofNullable(em.createQuery("select min(e.at) from CustodyExport e", Long.class)
                        .getSingleResult())
                .map(Instant::ofEpochMilli));
    }
}
