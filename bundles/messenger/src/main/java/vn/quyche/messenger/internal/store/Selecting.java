package vn.quyche.messenger.internal.store;

import java.util.List;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.persistence.SortedList;

/** Runs the query of a page. */
final class Selecting {

    private Selecting() {}

    static <E> Page<E> page(JpaTemplate jpa, SortedList.Query query, Class<E> entity) {
        List<Object[]> rows = jpa.txExpr(em -> {
            TypedQuery<Object[]> select = em.createQuery(query.jpql(), Object[].class);
            query.values().forEach(select::setParameter);
            return select.setMaxResults(query.limit()).getResultList();
        });
        return query.page(rows, entity);
    }
}
