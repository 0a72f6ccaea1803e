package vn.quyche.signing.internal.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.persistence.SortedList;

/** The conditions of a list as they come together; every value is bound. */
final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** Adds a condition. */
    Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition with its value. */
    Where and(String condition, String name, Object value) {
        conditions.add(condition);
        return with(name, value);
    }

    /** Adds a condition when there is a value for it. */
    Where and(String condition, String name, Optional<?> value) {
        value.ifPresent(present -> and(condition, name, present));
        return this;
    }

    /** Binds one more value. */
    Where with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** A page of a sorted list, mapped. */
    <E, R> Page<R> page(EntityManager em, SortedList.Query wanted, Class<E> type, Function<E, R> mapper) {
        conditions.forEach(wanted::and);
        values.forEach(wanted::with);
        TypedQuery<Object[]> rows = em.createQuery(wanted.jpql(), Object[].class);
        wanted.values().forEach(rows::setParameter);
        return wanted.page(rows.setMaxResults(wanted.limit()).getResultList(), type)
                .map(mapper);
    }

    /** The rows, mapped. */
    <E, R> List<R> list(
            EntityManager em, Class<E> type, String select, String order, int limit, Function<E, R> mapper) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<E> query = em.createQuery(select + where + " order by " + order, type);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList().stream().map(mapper).toList();
    }
}
