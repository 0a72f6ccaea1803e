package vn.quyche.district.internal.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import vn.quyche.district.api.ListChange;
import vn.quyche.district.api.ListedEntry;
import vn.quyche.district.api.PublishedLists;
import vn.quyche.district.api.PublishedVersion;

/**
 * The published lists in JPA. An entry holds from the day of the list with which it came until the day of the list that
 * replaces or removes it, so that the list of any day is one look at one table.
 */
@Component(service = JpaListStore.class)
public final class JpaListStore {

    private static final Key NAME = new Key("e.columns.sortKey", String.class);
    private static final SortedList LIST = SortedList.of("district.list", "ListEntry e", "e.id", "name")
            .by("name", NAME)
            .by("school", new Key("e.schoolSortKey", String.class), NAME)
            .by("platform", new Key("e.columns.platform", String.class), NAME)
            .by("from", new Key("e.officialFrom", LocalDate.class), NAME);

    private static final Key NUMBER = new Key("v.versionNo", Integer.class);
    private static final SortedList VERSIONS = SortedList.of("district.versions", "ListVersion v", NUMBER, "-version")
            .by("version", NUMBER)
            .by("groups", "v.groupCount", Integer.class)
            .by("added", "v.added", Integer.class)
            .by("changed", "v.changed", Integer.class)
            .by("removed", "v.removed", Integer.class);

    private static final Key VERSION = new Key("c.key.versionNo", Integer.class);
    private static final SortedList CHANGES = SortedList.of(
                    "district.changes", "ListChange c", new Key("c.key.place", Integer.class), "version")
            .by("version", VERSION)
            .by("school", new Key("c.schoolSortKey", String.class), VERSION);

    private static final int BATCH = 500;
    private static final String OF_DAY = "e.officialFrom <= :day and (e.untilOn is null or e.untilOn > :day)";

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
        return Selecting.page(jpa, VERSIONS.query(page), VersionEntity.class).map(VersionEntity::toRecord);
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
        SortedList.Query wanted = LIST.query(page).and(OF_DAY, "day", query.day());
        query.text()
                .ifPresent(text -> wanted.and(
                        "e.columns.nameFolded like :text escape '!'",
                        "text",
                        Like.containing(VietnameseText.fold(text))));
        query.schoolCode()
                .ifPresent(code -> wanted.and("e.schoolCodeFolded = :school", "school", VietnameseText.fold(code)));
        return jpa.txExpr(em -> {
            Page<String> ids = Selecting.pageOfIds(jpa, wanted);
            Map<String, ListedEntry> entries = ids.items().isEmpty()
                    ? Map.of()
                    : em
                            .createQuery("select e from ListEntry e where e.id in :ids", EntryEntity.class)
                            .setParameter("ids", ids.items())
                            .getResultList()
                            .stream()
                            .collect(Collectors.toMap(entry -> entry.id, EntryEntity::toRecord));
            return ids.map(entries::get);
        });
    }

    /** What the lists changed. */
    public Page<ListChange> changes(Optional<String> schoolCode, PageRequest page) {
        SortedList.Query wanted = CHANGES.query(page);
        schoolCode.ifPresent(code -> wanted.and("c.schoolCodeFolded = :school", "school", VietnameseText.fold(code)));
        return Selecting.page(jpa, wanted, ChangeEntity.class).map(ChangeEntity::toRecord);
    }

    /** The cursor behind a change in the order of a page. */
    public static String cursor(PageRequest page, ListChange change) {
        SortedList.Query order = CHANGES.query(page);
        return order.sort().column().equals("school")
                ? order.cursor(GroupColumns.sortKey(change.schoolName()), change.version(), change.place())
                : order.cursor(change.version(), change.place());
    }

    /** The entries of a day under a check code or a whole name; one more than {@code limit} tells that there are more. */
    public List<ListedEntry> named(Optional<String> code, String name, LocalDate day, int limit) {
        return find("select e from ListEntry e where " + OF_DAY + " and ", "", code, name, day, limit);
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
                                "select count(e) from ListEntry e where " + OF_DAY
                                        + " and e.columns.nameFolded = :what",
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
                                        "select count(e) from ListEntry e where " + OF_DAY
                                                + " and e.columns.skeleton = :skeleton",
                                        Long.class)
                                .setParameter("day", day)
                                .setParameter("skeleton", skeleton)
                                .getSingleResult()
                        > 0);
    }
}
