package vn.quyche.core.api;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes records, maps, lists and plain values as JSON on one line: for audit lines, exports and the shell.
 *
 * <p>It keeps nothing of the classes that it has seen beyond their own life, so that a removed bundle is let go. Empty
 * {@code Optional}s and nulls are left out of objects; times and ids are written as their text. Doors use Jackson.
 */
public final class Json {

    private static final int DEEPEST = 20;

    /** Lives in the record's class itself and goes with it. */
    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .peek(accessor -> accessor.setAccessible(true))
                    .toArray(Method[]::new);
        }
    };

    private final StringBuilder out = new StringBuilder();
    private final Predicate<String> hidden;

    private Json(Predicate<String> hidden) {
        this.hidden = hidden;
    }

    /** The value as JSON. */
    public static String of(Object value) {
        return of(value, name -> false);
    }

    /**
     * The value as JSON, with the values of some names hidden.
     *
     * @param hidden whether the value under a name must not be written; {@code "***"} stands in its place
     */
    public static String of(Object value, Predicate<String> hidden) {
        Json json = new Json(hidden);
        json.write(value, 0);
        return json.out.toString();
    }

    private void write(Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("Too deep to be written as JSON");
        }
        if (value == null) {
            out.append("null");
        } else if (value instanceof Optional<?> optional) {
            write(optional.orElse(null), depth);
        } else if (value instanceof Boolean || isNumber(value)) {
            out.append(value);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, depth);
        } else if (value instanceof Collection<?> collection) {
            writeAll(collection.iterator(), depth);
        } else if (value instanceof Record row) {
            writeRecord(row, depth);
        } else if (value instanceof Object[] array) {
            writeAll(Arrays.asList(array).iterator(), depth);
        } else if (value.getClass().isArray()) {
            quote(value.getClass().getComponentType() + "[" + Array.getLength(value) + "]");
        } else {
            quote(value.toString());
        }
    }

    /** Not-a-number and infinity are no JSON. */
    private static boolean isNumber(Object value) {
        return value instanceof Number
                && !(value instanceof Double d && !Double.isFinite(d))
                && !(value instanceof Float f && !Float.isFinite(f));
    }

    private void writeMap(Map<?, ?> map, int depth) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            first = writeField(String.valueOf(entry.getKey()), entry.getValue(), first, depth);
        }
        out.append('}');
    }

    private void writeRecord(Record row, int depth) {
        out.append('{');
        boolean first = true;
        for (Method accessor : ACCESSORS.get(row.getClass())) {
            try {
                first = writeField(accessor.getName(), accessor.invoke(row), first, depth);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("Cannot read " + accessor, e);
            }
        }
        out.append('}');
    }

    private boolean writeField(String name, Object value, boolean first, int depth) {
        if (value == null || value instanceof Optional<?> optional && optional.isEmpty()) {
            return first;
        }
        if (!first) {
            out.append(',');
        }
        quote(name);
        out.append(':');
        if (hidden.test(name)) {
            quote("***");
        } else {
            write(value, depth + 1);
        }
        return false;
    }

    private void writeAll(Iterator<?> values, int depth) {
        out.append('[');
        while (values.hasNext()) {
            write(values.next(), depth + 1);
            if (values.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) && !paired(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
