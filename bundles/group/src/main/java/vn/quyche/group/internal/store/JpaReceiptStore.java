package vn.quyche.group.internal.store;

import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.core.api.persistence.SortedList.Key;
import vn.quyche.group.api.AddressedUnit;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptFilter;
import vn.quyche.group.api.ReceiptStage;
import vn.quyche.group.api.ReceiptSummary;
import vn.quyche.group.api.Requirement;
import vn.quyche.group.internal.model.Addressing;
import vn.quyche.group.internal.model.ReceiptProgress;

/** Receipts of directives, one row for each directive and recipient, in JPA. */
@Component(service = JpaReceiptStore.class)
public final class JpaReceiptStore {

    private static final Key NAME = new Key("r.sortKey", String.class);
    private static final SortedList LIST = SortedList.of("group.receipts", "Receipt r", "r.key.personId", "stage")
            .by("stage", new Key("r.stage", ReceiptStage.class), NAME)
            .by("name", NAME);
    private static final String LATE = "(r.fulfilledAt > r.deadline or (r.fulfilledAt is null and r.deadline < :now))";

    private final JpaTemplate jpa;

    @Activate
    public JpaReceiptStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Opens the receipts of a directive that is being issued. */
    public void open(
            String directiveId,
            String groupId,
            Collection<Person> recipients,
            Requirement requirement,
            Instant deadline) {
        jpa.tx(em -> ReceiptRows.insert(
                em.unwrap(Connection.class),
                recipients.stream()
                        .map(person -> new ReceiptEntity(
                                directiveId,
                                groupId,
                                person.id(),
                                person.fullName(),
                                requirement,
                                deadline.toEpochMilli()))
                        .toList()));
    }

    /** A receipt. */
    public Optional<Receipt> find(String directiveId, String personId, Instant now) {
        return jpa.txExpr(em -> Optional.ofNullable(entity(em, directiveId, personId))
                .map(entity -> entity.toRecord(now.toEpochMilli())));
    }

    /** The receipts of somebody for some directives, by the directive. */
    public Map<String, Receipt> find(Collection<String> directiveIds, String personId, Instant now) {
        return jpa.txExpr(em -> entities(em, directiveIds, personId).stream()
                .collect(Collectors.toMap(
                        entity -> entity.key.directiveId, entity -> entity.toRecord(now.toEpochMilli()))));
    }

    /** How far somebody has come; empty when the directive was not sent to them. The row is locked. */
    public Optional<ReceiptProgress> lockProgress(String directiveId, String personId) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_group.receipt set stage = stage where directive_id = ? and person_id = ?")
                    .setParameter(1, directiveId)
                    .setParameter(2, personId)
                    .executeUpdate();
            return Optional.ofNullable(entity(em, directiveId, personId)).map(ReceiptEntity::progress);
        });
    }

    /** Locks the receipts of a directive: until the end of the transaction nobody comes further. */
    public void lockAll(String directiveId) {
        jpa.tx(em -> em.createNativeQuery("update q_group.receipt set stage = stage where directive_id = ?")
                .setParameter(1, directiveId)
                .executeUpdate());
    }

    /** Stores how far somebody has come. */
    public void store(String directiveId, String personId, ReceiptProgress progress) {
        jpa.tx(em -> entity(em, directiveId, personId).take(progress));
    }

    /** Marks directives as delivered to somebody; those that are stay as they were. */
    public void deliver(Collection<String> directiveIds, String personId, UnaryOperator<ReceiptProgress> step) {
        jpa.tx(em -> entities(em, directiveIds, personId).stream()
                .filter(entity -> entity.stage == ReceiptStage.PENDING)
                .forEach(entity -> entity.take(step.apply(entity.progress()))));
    }

    /** Those of the directives that have not reached somebody yet. */
    public List<String> undelivered(Collection<String> directiveIds, String personId) {
        if (directiveIds.isEmpty()) {
            return List.of();
        }
        return jpa.txExpr(em -> em.createQuery(
                        "select r.key.directiveId from Receipt r where r.key.personId = :person"
                                + " and r.key.directiveId in :ids and r.stage = :pending",
                        String.class)
                .setParameter("person", personId)
                .setParameter("ids", directiveIds)
                .setParameter("pending", ReceiptStage.PENDING)
                .getResultList());
    }

    /**
     * Freezes to which units a directive that is being issued went, and who of its recipients belonged to them.
     *
     * @param recipientIds everybody to whom it goes
     */
    public void keepUnits(String directiveId, List<Addressing.Part> units, Collection<String> recipientIds) {
        jpa.tx(em -> units.forEach(unit -> {
            em.find(DirectiveUnitEntity.class, new DirectiveUnitEntity.DirectiveUnitKey(directiveId, unit.id())).name =
                    unit.name();
            recipientIds.stream()
                    .filter(unit.personIds()::contains)
                    .forEach(personId -> em.persist(new ReceiptUnitEntity(directiveId, unit.id(), personId)));
        }));
    }

    /** The units to which an issued directive went, with how many people got it for them, in the order of the author. */
    public List<AddressedUnit> units(String directiveId) {
        return jpa.txExpr(em -> {
            Map<String, Integer> counts = new HashMap<>();
            em.createQuery(
                            "select r.key.unitId, count(r.key.personId) from ReceiptUnit r"
                                    + " where r.key.directiveId = :directive group by r.key.unitId",
                            Object[].class)
                    .setParameter("directive", directiveId)
                    .getResultList()
                    .forEach(row -> counts.put((String) row[0], ((Number) row[1]).intValue()));
            return em
                    .createQuery(
                            "select u from DirectiveUnit u where u.key.directiveId = :directive order by u.place",
                            DirectiveUnitEntity.class)
                    .setParameter("directive", directiveId)
                    .getResultList()
                    .stream()
                    .map(unit -> new AddressedUnit(unit.key.unitId, unit.name, counts.getOrDefault(unit.key.unitId, 0)))
                    .toList();
        });
    }

    /**
     * Receipts by {@code stage}, those who have done least first, and then by name; or by {@code name}: a directive has as many
     * rows to sort as it has recipients, and a further index would cost each of them when it is issued.
     */
    public Page<Receipt> list(String directiveId, ReceiptFilter filter, PageRequest page, Instant now) {
        SortedList.Query wanted = LIST.query(page).and("r.key.directiveId = :directive", "directive", directiveId);
        filter.stage().ifPresent(stage -> wanted.and("r.stage = :stage", "stage", stage));
        if (filter.lateOnly()) {
            wanted.and(LATE, "now", now.toEpochMilli());
        }
        filter.unitId()
                .ifPresent(unit -> wanted.and(
                        "r.key.personId in (select u.key.personId from ReceiptUnit u"
                                + " where u.key.directiveId = :directive and u.key.unitId = :unit)",
                        "unit",
                        unit));
        return Selecting.page(jpa, wanted, ReceiptEntity.class).map(entity -> entity.toRecord(now.toEpochMilli()));
    }

    /** The ids of directives that somebody has not opened, newest first. */
    public List<String> unread(String personId, int limit) {
        return jpa.txExpr(em -> em.createQuery(
                        "select r.key.directiveId from Receipt r where r.key.personId = :person"
                                + " and r.fulfilledAt is null and r.readAt is null order by r.key.directiveId desc",
                        String.class)
                .setParameter("person", personId)
                .setMaxResults(limit)
                .getResultList());
    }

    /** The ids of those who have not done what a directive asks. */
    public List<String> openOf(String directiveId) {
        return jpa.txExpr(em -> em.createQuery(
                        "select r.key.personId from Receipt r where r.key.directiveId = :directive"
                                + " and r.fulfilledAt is null order by r.sortKey, r.key.personId",
                        String.class)
                .setParameter("directive", directiveId)
                .getResultList());
    }

    /** The ids of those who have done what a directive asks. */
    public List<String> fulfilledOf(String directiveId) {
        return jpa.txExpr(em -> em.createQuery(
                        "select r.key.personId from Receipt r where r.key.directiveId = :directive"
                                + " and r.fulfilledAt is not null",
                        String.class)
                .setParameter("directive", directiveId)
                .getResultList());
    }

    /** The ids of issued directives of a group that not everybody has fulfilled. */
    public List<String> openOfGroup(String groupId) {
        return jpa.txExpr(em -> em.createQuery(
                        "select d.id from Directive d where d.groupId = :group and d.state = :issued and exists"
                                + " (select r.key.personId from Receipt r where r.key.directiveId = d.id"
                                + " and r.fulfilledAt is null)",
                        String.class)
                .setParameter("group", groupId)
                .setParameter("issued", DirectiveState.ISSUED)
                .getResultList());
    }

    /** The ids of everybody to whom a directive went. */
    public List<String> recipientIds(String directiveId) {
        return jpa.txExpr(em -> em.createQuery(
                        "select r.key.personId from Receipt r where r.key.directiveId = :directive", String.class)
                .setParameter("directive", directiveId)
                .getResultList());
    }

    /** Figures of a directive's receipts. */
    public ReceiptSummary summary(String directiveId, Instant now) {
        return summaries(List.of(directiveId), now).getOrDefault(directiveId, new ReceiptSummary(0, Map.of(), 0, 0));
    }

    /** Figures of the receipts of directives, by their ids; those without receipts are left out. */
    public Map<String, ReceiptSummary> summaries(Collection<String> directiveIds, Instant now) {
        if (directiveIds.isEmpty()) {
            return Map.of();
        }
        String figures = "select r.key.directiveId, r.stage, count(r.key.personId), count(r.fulfilledAt),"
                + " sum(case when " + LATE + " then 1 else 0 end) from Receipt r where r.key.directiveId %s"
                + " group by r.key.directiveId, r.stage";
        Map<String, ReceiptSummary> summaries = new HashMap<>();
        jpa.tx(em -> Selecting.of(em, Object[].class, figures, directiveIds)
                .setParameter("now", now.toEpochMilli())
                .getResultList()
                .forEach(row -> summaries.merge((String) row[0], ofStage(row), JpaReceiptStore::plus)));
        return summaries;
    }

    private static ReceiptSummary ofStage(Object[] row) {
        int people = ((Number) row[2]).intValue();
        return new ReceiptSummary(
                people,
                Map.of((ReceiptStage) row[1], people),
                ((Number) row[3]).intValue(),
                ((Number) row[4]).intValue());
    }

    private static ReceiptSummary plus(ReceiptSummary one, ReceiptSummary other) {
        Map<ReceiptStage, Integer> byStage = new EnumMap<>(one.byStage());
        other.byStage().forEach((stage, people) -> byStage.merge(stage, people, Integer::sum));
        return new ReceiptSummary(
                one.recipients() + other.recipients(),
                byStage,
                one.fulfilled() + other.fulfilled(),
                one.late() + other.late());
    }

    private static List<ReceiptEntity> entities(EntityManager em, Collection<String> directiveIds, String personId) {
        return directiveIds.size() < 2
                ? directiveIds.stream()
                        .map(id -> entity(em, id, personId))
                        .filter(Objects::nonNull)
                        .toList()
                : em.createQuery(
                                "select r from Receipt r where r.key.personId = :person"
                                        + " and r.key.directiveId in :directives",
                                ReceiptEntity.class)
                        .setParameter("person", personId)
                        .setParameter("directives", directiveIds)
                        .getResultList();
    }

    private static ReceiptEntity entity(EntityManager em, String directiveId, String personId) {
        return em.find(ReceiptEntity.class, new TargetEntity.DirectivePersonKey(directiveId, personId));
    }
}
