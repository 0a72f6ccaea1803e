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
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.api.persistence.Like;
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

    private static final String LIST = "district.list";
    private static final String VERSIONS = "district.versions";
    private static final String CHANGES = "district.changes";
    private static final int BATCH = 500;
    private static final String OF_DAY = " e.officialFrom <= :day and (e.untilOn is null or e.untilOn > :day)";

    private final JpaTemplate jpa;

    @Activate
    public JpaListStore(@Reference(target = "(osgi.unit.name=district)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** The last published list. */
    public Optional<PublishedVersion> last() {
        return versions(Optional.empty(), 1).stream().findFirst();
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

    /** Published lists, newest first. */
    public List<PublishedVersion> versions(Optional<String> after, int limit) {
        Optional<Long> before =
                after.map(text -> Cursor.parse(VERSIONS, 1, text).number(0));
        return jpa.txExpr(em -> {
            TypedQuery<VersionEntity> select = em.createQuery(
                    "select v from ListVersion v"
                            + before.map(version -> " where v.versionNo < :before")
                                    .orElse("")
                            + " order by v.versionNo desc",
                    VersionEntity.class);
            before.ifPresent(version -> select.setParameter("before", place(version)));
            return select.setMaxResults(limit).getResultList().stream()
                    .map(VersionEntity::toRecord)
                    .toList();
        });
    }

    /** The cursor behind a published list. */
    public static String cursor(PublishedVersion version) {
        return Cursor.of(VERSIONS, version.version());
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

    /** What was official on a day, by name: the ids from one index that has all that is filtered by, then the rows. */
    public List<ListedEntry> list(PublishedLists.Query query, Optional<String> after, int limit) {
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
        after.map(text -> Cursor.parse(LIST, 2, text)).ifPresent(cursor -> {
            jpql.append(" and (e.columns.sortKey > :key or (e.columns.sortKey = :key and e.id > :id))");
            parameters.put("key", cursor.text(0));
            parameters.put("id", cursor.text(1));
        });
        return jpa.txExpr(em -> {
            TypedQuery<String> select = em.createQuery(
                    jpql.append(" order by e.columns.sortKey, e.id").toString(), String.class);
            parameters.forEach(select::setParameter);
            List<String> ids = select.setMaxResults(limit).getResultList();
            return ids.isEmpty()
                    ? List.<ListedEntry>of()
                    : em
                            .createQuery(
                                    "select e from ListEntry e where e.id in :ids order by e.columns.sortKey, e.id",
                                    EntryEntity.class)
                            .setParameter("ids", ids)
                            .getResultList()
                            .stream()
                            .map(EntryEntity::toRecord)
                            .toList();
        });
    }

    /** The cursor behind an entry. */
    public static String cursor(ListedEntry entry) {
        return Cursor.of(LIST, GroupColumns.sortKey(entry.group().name()), entry.id());
    }

    /** What the lists changed, oldest first. */
    public List<ListChange> changes(Optional<String> schoolCode, Optional<String> after, int limit) {
        StringBuilder jpql = new StringBuilder("select c from ListChange c where c.kind is not null");
        Map<String, Object> parameters = new HashMap<>();
        schoolCode.ifPresent(code -> {
            jpql.append(" and c.schoolCodeFolded = :school");
            parameters.put("school", VietnameseText.fold(code));
        });
        after.map(text -> Cursor.parse(CHANGES, 2, text)).ifPresent(cursor -> {
            jpql.append(" and (c.key.versionNo > :version or (c.key.versionNo = :version and c.key.place > :place))");
            parameters.put("version", place(cursor.number(0)));
            parameters.put("place", place(cursor.number(1)));
        });
        return jpa.txExpr(em -> {
            TypedQuery<ChangeEntity> select = em.createQuery(
                    jpql.append(" order by c.key.versionNo, c.key.place").toString(), ChangeEntity.class);
            parameters.forEach(select::setParameter);
            return select.setMaxResults(limit).getResultList().stream()
                    .map(ChangeEntity::toRecord)
                    .toList();
        });
    }

    /** The cursor behind a change. */
    public static String cursor(ListChange change) {
        return Cursor.of(CHANGES, change.version(), change.place());
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

    private static int place(long number) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, number));
    }
}
