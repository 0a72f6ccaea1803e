package vn.quyche.group.internal.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.persistence.SortedList;

/** Runs the query of a page. */
final class Selecting {

    private Selecting() {}

    /** The page with its entities. */
    static <E> Page<E> page(JpaTemplate jpa, SortedList.Query query, Class<E> entity) {
        return query.page(rows(jpa, query, query.jpql()), entity);
    }

    /** The ids of the page and of the first row behind it, each with the cursor behind it. */
    static Map<String, String> ids(JpaTemplate jpa, SortedList.Query query) {
        return query.ids(rows(jpa, query, query.jpqlOfIds()));
    }

    /** The page with its ids. */
    static Page<String> pageOfIds(JpaTemplate jpa, SortedList.Query query) {
        return query.pageOfIds(rows(jpa, query, query.jpqlOfIds()));
    }

    /**
     * Selects what belongs to some things. A statement for one of them is translated once, one for a list each time anew.
     *
     * @param jpql with {@code %s} where it compares the id of the thing with {@code ids}
     */
    static <T> TypedQuery<T> of(EntityManager em, Class<T> type, String jpql, Collection<String> ids) {
        return ids.size() == 1
                ? em.createQuery(jpql.formatted("= :id"), type)
                        .setParameter("id", ids.iterator().next())
                : em.createQuery(jpql.formatted("in :ids"), type).setParameter("ids", ids);
    }

    private static List<Object[]> rows(JpaTemplate jpa, SortedList.Query query, String jpql) {
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> select = em.createQuery(jpql, Object[].class);
            query.values().forEach(select::setParameter);
            return select.setMaxResults(query.limit()).getResultList();
        });
    }
}
