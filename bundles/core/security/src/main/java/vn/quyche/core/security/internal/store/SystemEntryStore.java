package vn.quyche.core.security.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.core.api.security.SystemRegister.Entry;
import vn.quyche.core.api.security.SystemRegister.Filter;
import vn.quyche.core.api.security.SystemRegister.Kind;

/** Keeps the register of the system. */
@Component(service = SystemEntryStore.class)
public final class SystemEntryStore {

    private static final SortedList ENTRIES = SortedList.of("security.system", "SystemEntryEntity e", "e.id", "name")
            .by("name", "e.sortKey", String.class)
            .by("until", "e.until", LocalDate.class);
    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    private final JpaTemplate jpa;

    @Activate
    public SystemEntryStore(@Reference(target = "(osgi.unit.name=security)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a new entry. */
    public void insert(Entry entry) {
        jpa.tx(em -> {
            SystemEntryEntity entity = new SystemEntryEntity();
            entity.id = entry.id();
            entity.createdAt = entry.createdAt().toEpochMilli();
            take(entity, entry);
            em.persist(entity);
        });
    }

    /**
     * Stores what an entry became.
     *
     * @return whether the entry still had the version that it was read with
     */
    public boolean update(Entry entry) {
        return jpa.txExpr(em -> {
            SystemEntryEntity entity = em.find(SystemEntryEntity.class, entry.id(), LockModeType.PESSIMISTIC_WRITE);
            if (entity.version != entry.version()) {
                return false;
            }
            take(entity, entry);
            entity.version++;
            return true;
        });
    }

    public Optional<Entry> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(SystemEntryEntity.class, id)).map(SystemEntryStore::entry));
    }

    /** A page of the register. */
    public Page<Entry> list(Filter filter, PageRequest page) {
        SortedList.Query wanted = ENTRIES.query(page);
        filter.text()
                .map(VietnameseText::fold)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> wanted.and("e.searchText like :text escape '!'", "text", Like.containing(text)));
        filter.kind().ifPresent(kind -> wanted.and("e.kind = :kind", "kind", kind.name()));
        filter.ended().ifPresent(ended -> wanted.and("e.endedOn is " + (ended ? "not " : "") + "null"));
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> rows = em.createQuery(wanted.jpql(), Object[].class);
            wanted.values().forEach(rows::setParameter);
            return wanted.page(rows.setMaxResults(wanted.limit()).getResultList(), SystemEntryEntity.class)
                    .map(SystemEntryStore::entry);
        });
    }

    /** Entries that were written from an instant until before another, newest first. */
    public List<Entry> written(Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select e from SystemEntryEntity e where e.createdAt >= :from and e.createdAt < :to"
                                + " order by e.createdAt desc, e.id desc",
                        SystemEntryEntity.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(SystemEntryStore::entry)
                .toList());
    }

    /** The entries in use that a person keeps. */
    public List<Entry> keptBy(String personId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select e from SystemEntryEntity e where e.keeperId = :person and e.endedOn is null"
                                + " order by e.sortKey, e.id",
                        SystemEntryEntity.class)
                .setParameter("person", personId)
                .getResultList()
                .stream()
                .map(SystemEntryStore::entry)
                .toList());
    }

    /** When the first entry was written. */
    public Optional<Instant> firstWritten() {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.createQuery("select min(e.createdAt) from SystemEntryEntity e", Long.class)
                                .getSingleResult())
                        .map(Instant::ofEpochMilli));
    }

    private static void take(SystemEntryEntity entity, Entry entry) {
        entity.kind = entry.kind().name();
        entity.name = entry.name();
        entity.sortKey = VietnameseText.fold(entry.name());
        entity.searchText = VietnameseText.fold(entry.name() + " " + entry.provider());
        entity.provider = entry.provider();
        entity.keeperId = entry.keeperId();
        entity.since = entry.since();
        entity.until = entry.until().orElse(NO_END);
        entity.note = entry.note();
        entity.endedOn = entry.endedOn().orElse(null);
    }

    private static Entry entry(SystemEntryEntity entity) {
        return new Entry(
                entity.id,
                Kind.valueOf(entity.kind),
                entity.name,
                entity.provider,
                entity.keeperId,
                entity.since,
                Optional.of(entity.until).filter(day -> day.isBefore(NO_END)),
                entity.note,
                Optional.ofNullable(entity.endedOn),
                Instant.ofEpochMilli(entity.createdAt),
                entity.version);
    }
}
