package vn.quyche.core.directory.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.directory.StaffImports.Change;
import vn.quyche.core.api.directory.StaffImports.Counts;
import vn.quyche.core.api.directory.StaffImports.RowKind;
import vn.quyche.core.api.directory.StaffImports.State;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.core.directory.internal.model.PlanRow;
import vn.quyche.core.directory.internal.model.StoredImport;

/** Imports and their plans in the database. */
@Component(service = JpaImportStore.class)
public class JpaImportStore {

    private static final SortedList IMPORTS = SortedList.of("directory.imports", "ImportEntity i", "i.id", "-time")
            .byId("time")
            // a school takes over some lists in a year: they are sorted without an index
            .by("file", "lower(i.fileName)", String.class);

    private static final SortedList ROWS = SortedList.of(
                    "directory.import-rows", "ImportRowEntity r", "r.position", "row")
            .by("row", "r.position", Integer.class);

    private static final String LINE = "\n";
    private static final int MAX_UNITS_TEXT = 31_000;
    private static final int MAX_IGNORED_TEXT = 7_500;
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<List<FieldError>> ERRORS = new TypeReference<>() {};

    private final JpaTemplate jpa;
    private final Json json = new Json();

    @Activate
    public JpaImportStore(@Reference(target = "(osgi.unit.name=directory)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    public void insert(StoredImport row) {
        jpa.tx(em -> {
            ImportEntity entity = new ImportEntity();
            entity.id = row.id();
            fill(entity, row);
            em.persist(entity);
        });
    }

    /**
     * Stores the import when it is still in a state.
     *
     * @return whether it was
     */
    public boolean update(StoredImport row, State expected) {
        return jpa.txExpr(em -> {
            ImportEntity entity = em.find(ImportEntity.class, row.id(), LockModeType.PESSIMISTIC_WRITE);
            if (entity == null || !entity.state.equals(expected.name())) {
                return false;
            }
            fill(entity, row);
            return true;
        });
    }

    public Optional<StoredImport> find(String importId) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(ImportEntity.class, importId)).map(this::stored));
    }

    /** Newest first, unless sorted otherwise. */
    public Page<StoredImport> list(PageRequest page) {
        SortedList.Query wanted = IMPORTS.query(page);
        return jpa.txExpr(em -> wanted.page(run(em, wanted), ImportEntity.class).map(this::stored));
    }

    private static List<Object[]> run(EntityManager em, SortedList.Query wanted) {
        TypedQuery<Object[]> query = em.createQuery(wanted.jpql(), Object[].class);
        wanted.values().forEach(query::setParameter);
        return query.setMaxResults(wanted.limit()).getResultList();
    }

    /**
     * Adds rows to a plan.
     *
     * @param first the position of the first of them
     */
    public void insertRows(String importId, int first, List<PlanRow> rows) {
        jpa.tx(em -> {
            int position = first;
            for (PlanRow row : rows) {
                em.persist(entity(importId, position, row));
                position++;
            }
        });
    }

    /** Rows after a position, in the order of the file. */
    public List<PlanRow> rows(String importId, int after, int limit) {
        return jpa.txExpr(em -> em.createQuery(
                        "select r from ImportRowEntity r where r.importId = :import and r.position > :after"
                                + " order by r.position",
                        ImportRowEntity.class)
                .setParameter("import", importId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(this::row)
                .toList());
    }

    /** A page of rows, of one kind or all, in the order of the file unless sorted otherwise. */
    public Page<PlanRow> rows(String importId, Optional<RowKind> kind, PageRequest page) {
        SortedList.Query wanted = ROWS.query(page).and("r.importId = :import", "import", importId);
        kind.ifPresent(one -> wanted.and("r.kind = :kind", "kind", one.name()));
        return jpa.txExpr(
                em -> wanted.page(run(em, wanted), ImportRowEntity.class).map(this::row));
    }

    /** Throws the rows of a plan away. */
    public void deleteRows(String importId) {
        jpa.tx(em -> em.createQuery("delete from ImportRowEntity r where r.importId = :import")
                .setParameter("import", importId)
                .executeUpdate());
    }

    /** Throws the rows of all plans that were made before an instant away: they hold personal data. */
    public void deleteRowsBefore(Instant made) {
        jpa.tx(em -> em.createQuery("delete from ImportRowEntity r where r.importId in"
                        + " (select i.id from ImportEntity i where i.createdAt < :made)")
                .setParameter("made", made.toEpochMilli())
                .executeUpdate());
    }

    private ImportRowEntity entity(String importId, int position, PlanRow row) {
        ImportRowEntity entity = new ImportRowEntity();
        entity.importId = importId;
        entity.position = position;
        entity.rowNumber = row.number();
        entity.kind = row.kind().name();
        entity.personId = row.personId().orElse(null);
        entity.name = row.name();
        entity.valuesJson = json.write(row.values());
        entity.changesJson = json.write(row.changes());
        entity.errorsJson = json.write(row.errors());
        return entity;
    }

    private PlanRow row(ImportRowEntity entity) {
        return new PlanRow(
                entity.rowNumber,
                RowKind.valueOf(entity.kind),
                Optional.ofNullable(entity.personId),
                entity.name,
                json.read(entity.valuesJson, VALUES),
                json.read(entity.changesJson, CHANGES),
                json.read(entity.errorsJson, ERRORS));
    }

    private StoredImport stored(ImportEntity e) {
        return new StoredImport(
                e.id,
                e.fileName,
                e.sheet,
                e.headerRow,
                lines(e.columnNames),
                lines(e.ignored),
                lines(e.createdUnits),
                State.valueOf(e.state),
                new Counts(e.freshCount, e.changedCount, e.unchangedCount, e.leftCount, e.badCount),
                json.read(e.errorJson, ERRORS).stream().findFirst(),
                e.stamp,
                e.createdBy,
                e.createdByName,
                Instant.ofEpochMilli(e.createdAt),
                Optional.ofNullable(e.appliedAt).map(Instant::ofEpochMilli));
    }

    private void fill(ImportEntity e, StoredImport row) {
        e.fileName = row.fileName();
        e.sheet = row.sheet();
        e.headerRow = row.headerRow();
        e.columnNames = String.join(LINE, row.columns());
        e.ignored = joined(row.ignored(), MAX_IGNORED_TEXT);
        e.createdUnits = joined(row.createdUnits(), MAX_UNITS_TEXT);
        e.state = row.state().name();
        e.freshCount = row.counts().fresh();
        e.changedCount = row.counts().changed();
        e.unchangedCount = row.counts().unchanged();
        e.leftCount = row.counts().left();
        e.badCount = row.counts().bad();
        e.errorJson = json.write(row.error().stream().toList());
        e.stamp = row.stamp();
        e.createdBy = row.createdBy();
        e.createdByName = row.createdByName();
        e.createdAt = row.createdAt().toEpochMilli();
        e.appliedAt = row.appliedAt().map(Instant::toEpochMilli).orElse(null);
    }

    /** Thousands of names are for nobody to read: the list ends where its column does. */
    private static String joined(List<String> names, int most) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            if (text.length() + name.length() + 2 > most) {
                return text.append(LINE).append('…').toString();
            }
            text.append(text.isEmpty() ? "" : LINE).append(name.replace('\n', ' '));
        }
        return text.toString();
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(LINE));
    }
}
