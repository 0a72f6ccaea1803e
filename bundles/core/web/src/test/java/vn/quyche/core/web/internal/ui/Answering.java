package vn.quyche.core.web.internal.ui;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes a service that answers by the name of the method, and notes the calls. */
public final class Answering {

    /** The calls, as {@code method(args)} without the caller. */
    public final List<String> calls = new java.util.ArrayList<>();

    private final Map<String, Function<Object[], Object>> answers = new HashMap<>();

    /** Sets the answer of a method. */
    public Answering on(String method, Function<Object[], Object> answer) {
        answers.put(method, answer);
        return this;
    }

    /** The service. */
    public <T> T as(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            Object[] given = args == null ? new Object[0] : args;
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> proxy == given[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> type.getSimpleName();
                };
            }
            calls.add(method.getName() + List.of(given).subList(Math.min(1, given.length), given.length));
            Function<Object[], Object> answer = answers.get(method.getName());
            if (answer != null) {
                return answer.apply(given);
            }
            return method.getReturnType() == int.class ? (Object) 0 : null;
        }));
    }
}
