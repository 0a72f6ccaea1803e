package vn.quyche.district.internal.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.district.api.ListChange;
import vn.quyche.district.api.ListedEntry;
import vn.quyche.district.api.PublishedLists;
import vn.quyche.district.api.PublishedVersion;
import vn.quyche.district.internal.store.Sorting.Key;

/**
 * The published lists in JPA. An entry holds from the day of the list with which it came until the day of the list that
 * replaces or removes it, so that the list of any day is one look at one table.
 */
@Component(service = JpaListStore.class)
public final class JpaListStore {

    private static final Key<ListedEntry> NAME = Key.text(
            "e.columns.sortKey", row -> GroupColumns.sortKey(row.group().name()));
    private static final Sorting<ListedEntry> LIST = Sorting.<ListedEntry>of(
                    "district.list", "name", Key.text("e.id", ListedEntry::id))
            .column("name", NAME)
            .column("school", Key.text("e.schoolSortKey", row -> GroupColumns.sortKey(row.schoolName())), NAME)
            .column(
                    "platform",
                    Key.text("e.columns.platform", row -> row.group().platform()),
                    NAME)
            .column("from", Key.day("e.officialFrom", ListedEntry::officialFrom), NAME);
    private static final Sorting<PublishedVersion> VERSIONS = Sorting.<PublishedVersion>of(
                    "district.versions", "-version", Key.count("v.versionNo", PublishedVersion::version))
            .column("version")
            .column("groups", Key.count("v.groupCount", PublishedVersion::groups))
            .column("added", Key.count("v.added", PublishedVersion::added))
            .column("changed", Key.count("v.changed", PublishedVersion::changed))
            .column("removed", Key.count("v.removed", PublishedVersion::removed));
    private static final Key<ListChange> VERSION = Key.count("c.key.versionNo", ListChange::version);
    private static final Sorting<ListChange> CHANGES = Sorting.<ListChange>of(
                    "district.changes", "version", Key.count("c.key.place", ListChange::place))
            .column("version", VERSION)
            .column("school", Key.text("c.schoolSortKey", row -> GroupColumns.sortKey(row.schoolName())), VERSION);
    private static final int BATCH = 500;
    private static final String OF_DAY = " e.officialFrom <= :day and (e.untilOn is null or e.untilOn > :day)";

    private final JpaTemplate jpa;

    @Activate
    public JpaListStore(@Reference(target = "(osgi.unit.name=district)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** The last published list. */
    public Optional<PublishedVersion> last() {
        return versions(PageRequest.first(1)).items().stream().findFirst();
    }

    /** The last published list; while it stays so, nobody else publishes before the transaction ends. */
    public Optional<PublishedVersion> lockLast() {
        Optional<PublishedVersion> before = last();
        before.ifPresent(version -> jpa.tx(em -> em.createNativeQuery(
                        "update q_district.list_version set version_no = version_no where version_no = ?")
                .setParameter(1, version.version())
                .executeUpdate()));
        return last();
    }

    /** Published lists. */
    public Page<PublishedVersion> versions(PageRequest page) {
        Sorting.Order<PublishedVersion> order = VERSIONS.of(page);
        Map<String, Object> parameters = new HashMap<>();
        String jpql = "select v from ListVersion v where v.number is not null" + order.after(parameters);
        return jpa.txExpr(em -> {
            TypedQuery<VersionEntity> select = em.createQuery(jpql, VersionEntity.class);
            parameters.forEach(select::setParameter);
            return order.page(select.setMaxResults(order.limit()).getResultList().stream()
                    .map(VersionEntity::toRecord)
                    .toList());
        });
    }

    /** What is on the list now. */
    public List<ListedEntry> current() {
        return jpa.txExpr(
                em -> em
                        .createQuery("select e from ListEntry e where e.untilOn is null", EntryEntity.class)
                        .getResultList()
                        .stream()
                        .map(EntryEntity::toRecord)
                        .toList());
    }

    /** Stores a published list. */
    public void publish(
            PublishedVersion version, Collection<String> ended, List<ListedEntry> begun, List<ListChange> changes) {
        jpa.tx(em -> {
            em.persist(new VersionEntity(version));
            List<String> all = List.copyOf(ended);
            for (int from = 0; from < all.size(); from += BATCH) {
                em.createQuery("update ListEntry e set e.untilOn = :day where e.id in :ids")
                        .setParameter("day", version.effectiveOn())
                        .setParameter("ids", all.subList(from, Math.min(all.size(), from + BATCH)))
                        .executeUpdate();
            }
            begun.forEach(entry -> em.persist(new EntryEntity(entry)));
            changes.forEach(change -> em.persist(new ChangeEntity(change)));
        });
    }

    /** What was official on a day: the ids from one index that has all that is filtered by, then the rows. */
    public Page<ListedEntry> list(PublishedLists.Query query, PageRequest page) {
        Sorting.Order<ListedEntry> order = LIST.of(page);
        StringBuilder jpql = new StringBuilder("select e.id from ListEntry e where").append(OF_DAY);
        Map<String, Object> parameters = new HashMap<>(Map.of("day", query.day()));
        query.text().ifPresent(text -> {
            jpql.append(" and e.columns.nameFolded like :text escape '!'");
            parameters.put("text", Like.containing(VietnameseText.fold(text)));
        });
        query.schoolCode().ifPresent(code -> {
            jpql.append(" and e.schoolCodeFolded = :school");
            parameters.put("school", VietnameseText.fold(code));
        });
        jpql.append(order.after(parameters));
        return jpa.txExpr(em -> {
            TypedQuery<String> select = em.createQuery(jpql.toString(), String.class);
            parameters.forEach(select::setParameter);
            List<String> ids = select.setMaxResults(order.limit()).getResultList();
            return order.page(
                    ids.isEmpty()
                            ? List.of()
                            : em
                                    .createQuery(
                                            "select e from ListEntry e where e.id in :ids" + order.orderBy(),
                                            EntryEntity.class)
                                    .setParameter("ids", ids)
                                    .getResultList()
                                    .stream()
                                    .map(EntryEntity::toRecord)
                                    .toList());
        });
    }

    /** What the lists changed. */
    public Page<ListChange> changes(Optional<String> schoolCode, PageRequest page) {
        Sorting.Order<ListChange> order = CHANGES.of(page);
        StringBuilder jpql = new StringBuilder("select c from ListChange c where c.kind is not null");
        Map<String, Object> parameters = new HashMap<>();
        schoolCode.ifPresent(code -> {
            jpql.append(" and c.schoolCodeFolded = :school");
            parameters.put("school", VietnameseText.fold(code));
        });
        jpql.append(order.after(parameters));
        return jpa.txExpr(em -> {
            TypedQuery<ChangeEntity> select = em.createQuery(jpql.toString(), ChangeEntity.class);
            parameters.forEach(select::setParameter);
            return order.page(select.setMaxResults(order.limit()).getResultList().stream()
                    .map(ChangeEntity::toRecord)
                    .toList());
        });
    }

    /** The cursor behind a change in the order of a page. */
    public static String cursor(PageRequest page, ListChange change) {
        return CHANGES.of(page).cursor(change);
    }

    /** The entries of a day under a check code or a whole name; one more than {@code limit} tells that there are more. */
    public List<ListedEntry> named(Optional<String> code, String name, LocalDate day, int limit) {
        return find("select e from ListEntry e where" + OF_DAY + " and ", "", code, name, day, limit);
    }

    /** The entries that have ended by a day, under a check code or a whole name; the last first. */
    public List<ListedEntry> ended(Optional<String> code, String name, LocalDate day, int limit) {
        return find(
                "select e from ListEntry e where e.untilOn <= :day and ",
                " order by e.untilOn desc, e.id",
                code,
                name,
                day,
                limit);
    }

    private List<ListedEntry> find(
            String jpql, String order, Optional<String> code, String name, LocalDate day, int limit) {
        return jpa.txExpr(em -> em
                .createQuery(
                        jpql + (code.isPresent() ? "e.checkCode = :what" : "e.columns.nameFolded = :what") + order,
                        EntryEntity.class)
                .setParameter("day", day)
                .setParameter("what", code.orElseGet(() -> GroupColumns.folded(name)))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(EntryEntity::toRecord)
                .toList());
    }

    /** How many groups were official on a day under a whole name. */
    public int count(String name, LocalDate day) {
        return jpa.txExpr(em -> em.createQuery(
                                "select count(e) from ListEntry e where" + OF_DAY + " and e.columns.nameFolded = :what",
                                Long.class)
                        .setParameter("day", day)
                        .setParameter("what", GroupColumns.folded(name))
                        .getSingleResult())
                .intValue();
    }

    /** Whether a group was official on a day whose name looks like this one. */
    public boolean looksAlike(String name, LocalDate day) {
        String skeleton = GroupColumns.skeleton(name);
        return !skeleton.isEmpty()
                && jpa.txExpr(em -> em.createQuery(
                                        "select count(e) from ListEntry e where" + OF_DAY
                                                + " and e.columns.skeleton = :skeleton",
                                        Long.class)
                                .setParameter("day", day)
                                .setParameter("skeleton", skeleton)
                                .getSingleResult()
                        > 0);
    }
}
