package vn.quyche.core.web.internal.rest;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;
import vn.quyche.core.api.error.Invalid;

/**
 * Reads numbers, flags, enums, days, months and instants from paths and queries.
 *
 * <p>Left to itself, JAX-RS answers 404 to a page size that is no number.
 */
final class ParameterTypes implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> TYPES = Map.of(
            int.class, Integer::valueOf,
            Integer.class, Integer::valueOf,
            long.class, Long::valueOf,
            Long.class, Long::valueOf,
            boolean.class, ParameterTypes::flag,
            Boolean.class, ParameterTypes::flag,
            LocalDate.class, LocalDate::parse,
            YearMonth.class, YearMonth::parse,
            Instant.class, Instant::parse);

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Function<String, ?> parser = type.isEnum() ? constants(type) : TYPES.get(type);
        return parser == null ? null : new Strict<>(parser, name(annotations), unless(annotations));
    }

    private static Boolean flag(String value) {
        return switch (value) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException(value);
        };
    }

    private static Function<String, ?> constants(Class<?> type) {
        return value -> Stream.of(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(value));
    }

    private static String name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            } else if (annotation instanceof PathParam path) {
                return path.value();
            } else if (annotation instanceof HeaderParam header) {
                return header.value();
            }
        }
        return "";
    }

    /** What a parameter is when it is left out, or empty as a form sends what nobody filled in. */
    private static String unless(Annotation[] annotations) {
        return Stream.of(annotations)
                .filter(DefaultValue.class::isInstance)
                .map(annotation -> ((DefaultValue) annotation).value())
                .findFirst()
                .orElse("");
    }

    private record Strict<T>(Function<String, ?> parser, String name, String unless) implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked") // the parser was chosen by the type
        public T fromString(String value) {
            String text = value == null || value.isBlank() ? unless : value;
            if (text.isBlank()) {
                return null;
            }
            try {
                return (T) parser.apply(text);
            } catch (DateTimeException | IllegalArgumentException malformed) {
                throw new Invalid(name, "web.bad-parameter", name);
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
