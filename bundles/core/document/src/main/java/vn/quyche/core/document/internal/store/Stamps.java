package vn.quyche.core.document.internal.store;

import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/** Reads which states of documents are in the database, a page at a time. */
final class Stamps {

    private Stamps() {}

    /** By id, behind a document. */
    static List<Stamp> all(EntityManager em, String entity, String afterId, int limit) {
        return read(
                em.createQuery(select(entity) + " where d.id > :after order by d.id", Object[].class)
                        .setParameter("after", afterId),
                limit);
    }

    /** By the time of the last change, behind a state. */
    static List<Stamp> changed(EntityManager em, String entity, Stamp after, int limit) {
        return read(
                em.createQuery(
                                select(entity) + " where d.changedAt >= :at and (d.changedAt > :at or d.id > :id)"
                                        + " order by d.changedAt, d.id",
                                Object[].class)
                        .setParameter("at", after.changedAt())
                        .setParameter("id", after.id()),
                limit);
    }

    private static String select(String entity) {
        return "select d.id, d.version, d.changedAt from " + entity + " d";
    }

    private static List<Stamp> read(TypedQuery<Object[]> query, int limit) {
        return query.setMaxResults(limit).getResultList().stream()
                .map(row -> new Stamp((String) row[0], (Long) row[1], (Long) row[2]))
                .toList();
    }
}
