package vn.quyche.core.persistence.internal.tx;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/**
 * A statement of a transaction: when it fails, the transaction is doomed, also when the failure is caught.
 *
 * <p>PostgreSQL gives a transaction up after a failed statement, and answers its commit with a rollback that its driver
 * takes for success; Derby would commit the rest. Here both refuse the commit.
 */
final class Watched implements InvocationHandler {

    private final RunningTx tx;
    private final Object target;

    private Watched(RunningTx tx, Object target) {
        this.tx = tx;
        this.target = target;
    }

    /** Watches an object of a JDBC interface. */
    static Object of(RunningTx tx, Class<?> type, Object target) {
        return proxy(type, new Watched(tx, target));
    }

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Watched.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Calls through, and dooms the transaction when the database refuses. */
    static Object call(RunningTx tx, Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof SQLException && !(cause instanceof SQLFeatureNotSupportedException)) {
                tx.fail(cause);
            }
            throw cause;
        }
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        return call(tx, target, method, args);
    }
}
