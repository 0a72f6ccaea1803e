package vn.quyche.core.document.internal.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.document.Books.Book;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.DocumentKind;

/** Registers and their series of numbers. */
@Component(service = JpaBookStore.class)
public final class JpaBookStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaBookStore(@Reference(target = "(osgi.unit.name=document)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** All registers as of a year, the general ones first. */
    public List<Book> list(int year) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select b from Book b order by b.direction desc, b.general desc, b.name, b.id",
                        BookEntity.class)
                .getResultList()
                .stream()
                .map(entity -> toRecord(em, entity, year))
                .toList());
    }

    /** A register as of a year. */
    public Optional<Book> find(String id, int year) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(BookEntity.class, id)).map(entity -> toRecord(em, entity, year)));
    }

    /** The register that takes a kind of outgoing documents in a year; empty for the general one. */
    public Optional<String> bookOf(DocumentKind kind, int year) {
        return jpa.txExpr(em -> bookOf(em, kind, year));
    }

    /** Stores a new register. */
    public void insert(String id, Direction direction, String name, String secretPlace) {
        jpa.tx(em -> {
            BookEntity entity = new BookEntity();
            entity.id = id;
            entity.direction = direction;
            entity.name = name;
            entity.secretPlace = secretPlace;
            entity.version = 1;
            em.persist(entity);
        });
    }

    /** Changes a register; false when it was changed meanwhile. */
    public boolean update(String id, long version, String name, String secretPlace) {
        return jpa.txExpr(
                em -> em.createQuery("update Book b set b.name = :name, b.secretPlace = :place, b.version = :next"
                                        + " where b.id = :id and b.version = :version")
                                .setParameter("name", name)
                                .setParameter("place", secretPlace)
                                .setParameter("next", version + 1)
                                .setParameter("id", id)
                                .setParameter("version", version)
                                .executeUpdate()
                        == 1);
    }

    /** Sends a kind to a register from a year on; an empty register stands for the general one. */
    public void send(DocumentKind kind, int fromYear, String bookId) {
        jpa.tx(em -> {
            em.createNativeQuery("delete from q_document.book_kind where kind = ? and from_year >= ?")
                    .setParameter(1, kind.name())
                    .setParameter(2, fromYear)
                    .executeUpdate();
            em.createNativeQuery("insert into q_document.book_kind (kind, from_year, book_id) values (?, ?, ?)")
                    .setParameter(1, kind.name())
                    .setParameter(2, fromYear)
                    .setParameter(3, bookId)
                    .executeUpdate();
        });
    }

    /** Whether a document of the kind was numbered in the year. */
    public boolean used(DocumentKind kind, int year) {
        return jpa.txExpr(em -> number(em.createNativeQuery(
                                "select count(*) from q_document.given_number where number_year = ? and kind = ?"
                                        + " and book_id <> 'BOOK-INTERNAL'")
                        .setParameter(1, year)
                        .setParameter(2, kind.name())
                        .getSingleResult())
                > 0);
    }

    /** Whether a series has its row. */
    public boolean hasSeries(String bookId, int year) {
        return jpa.txExpr(em -> number(em.createNativeQuery(
                                "select count(*) from q_document.series where book_id = ? and number_year = ?")
                        .setParameter(1, bookId)
                        .setParameter(2, year)
                        .getSingleResult())
                > 0);
    }

    /**
     * Makes the row of a series; false when another was faster. Call it in a transaction of its own, because the losing one
     * is lost.
     */
    public boolean beginSeries(String bookId, int year) {
        try {
            jpa.tx(em -> em.createNativeQuery(
                            "insert into q_document.series (book_id, number_year, last_number) values (?, ?, 0)")
                    .setParameter(1, bookId)
                    .setParameter(2, year)
                    .executeUpdate());
            return true;
        } catch (PersistenceException e) {
            return false;
        }
    }

    /** The next number; the series is locked until the transaction ends, and a rollback gives the number back. */
    public int next(String bookId, int year) {
        return jpa.txExpr(em -> {
            int rows = em.createNativeQuery("update q_document.series set last_number = last_number + 1"
                            + " where book_id = ? and number_year = ?")
                    .setParameter(1, bookId)
                    .setParameter(2, year)
                    .executeUpdate();
            if (rows != 1) {
                throw new IllegalStateException("no series of " + bookId + " in " + year);
            }
            return lastNumber(em, bookId, year);
        });
    }

    /** Begins a series after a number; false when a number was given. */
    public boolean beginAfter(String bookId, int year, int lastOnPaper) {
        return jpa.txExpr(em -> em.createNativeQuery("update q_document.series set last_number = ?"
                                + " where book_id = ? and number_year = ? and not exists (select 1 from"
                                + " q_document.given_number g where g.book_id = ? and g.number_year = ?)")
                        .setParameter(1, lastOnPaper)
                        .setParameter(2, bookId)
                        .setParameter(3, year)
                        .setParameter(4, bookId)
                        .setParameter(5, year)
                        .executeUpdate()
                == 1);
    }

    /** Writes a given number down. */
    public void give(String bookId, int year, int given, String documentId, String kind, String code) {
        jpa.tx(em -> em.createNativeQuery("insert into q_document.given_number"
                        + " (book_id, number_year, number_given, document_id, kind, code) values (?, ?, ?, ?, ?, ?)")
                .setParameter(1, bookId)
                .setParameter(2, year)
                .setParameter(3, given)
                .setParameter(4, documentId)
                .setParameter(5, kind)
                .setParameter(6, code)
                .executeUpdate());
    }

    /** The numbers that were given, in order. */
    public List<Integer> given(String bookId, int year) {
        return jpa.txExpr(em -> {
            List<?> rows = em.createNativeQuery("select number_given from q_document.given_number"
                            + " where book_id = ? and number_year = ? order by number_given")
                    .setParameter(1, bookId)
                    .setParameter(2, year)
                    .getResultList();
            return rows.stream().map(JpaBookStore::number).toList();
        });
    }

    private static Book toRecord(EntityManager em, BookEntity entity, int year) {
        Set<DocumentKind> kinds = entity.general
                ? Set.of()
                : Arrays.stream(DocumentKind.values())
                        .filter(kind ->
                                bookOf(em, kind, year).filter(entity.id::equals).isPresent())
                        .collect(Collectors.toSet());
        return new Book(
                entity.id,
                entity.direction,
                entity.name,
                entity.secretPlace,
                entity.general,
                kinds,
                lastNumber(em, entity.id, year),
                entity.version);
    }

    private static Optional<String> bookOf(EntityManager em, DocumentKind kind, int year) {
        List<?> found = em.createNativeQuery("select book_id from q_document.book_kind where kind = ?"
                        + " and from_year <= ? order by from_year desc")
                .setParameter(1, kind.name())
                .setParameter(2, year)
                .setMaxResults(1)
                .getResultList();
        return found.stream().map(String::valueOf).filter(id -> !id.isBlank()).findFirst();
    }

    private static int lastNumber(EntityManager em, String bookId, int year) {
        List<?> found = em.createNativeQuery(
                        "select last_number from q_document.series where book_id = ? and number_year = ?")
                .setParameter(1, bookId)
                .setParameter(2, year)
                .getResultList();
        return found.isEmpty() ? 0 : number(found.get(0));
    }

    private static int number(Object cell) {
        return ((Number) cell).intValue();
    }
}
