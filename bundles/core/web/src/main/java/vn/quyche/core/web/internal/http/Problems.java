package vn.quyche.core.web.internal.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.CharConversionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.error.Unauthenticated;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.web.internal.limit.TooMany;

/** Turns whatever was thrown into a problem, in the caller's language. What nobody expected is logged, and told as a number only. */
@Component(service = Problems.class)
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int DEEPEST_CAUSE = 20;

    private final Messages messages;

    @Activate
    public Problems(@Reference Messages messages) {
        this.messages = messages;
    }

    /**
     * A problem and the HTTP headers that belong to it.
     *
     * @param problem what to say
     * @param headers header values by name
     */
    public record Answer(Problem problem, Map<String, String> headers) {}

    /** The problem that an error is to the caller. */
    public Answer answer(Throwable thrown, Call call) {
        Locale locale = call.locale();
        Throwable error = meaningful(thrown);
        if (error instanceof QuycheException known) {
            return new Answer(known(known, call), Map.of());
        }
        if (error instanceof TooMany tooMany) {
            return new Answer(
                    door(429, "web.too-many-requests", call, tooMany.waitSeconds()),
                    Map.of("Retry-After", Long.toString(tooMany.waitSeconds())));
        }
        if (error instanceof BodyTooLarge tooLarge) {
            return new Answer(door(413, "web.body-too-large", call, Math.max(1, tooLarge.max() >> 20)), Map.of());
        }
        if (error instanceof JsonProcessingException json) {
            return new Answer(known(badJson(json), call), Map.of());
        }
        if (error instanceof CharConversionException) {
            return new Answer(known(new Invalid("", "web.bad-json", 1, 1), call), Map.of());
        }
        if (error instanceof NotFoundException notFound && notFound.getCause() != null) {
            // JAX-RS answers 404 for a parameter that it cannot read; it is the input that is wrong.
            return new Answer(known(new Invalid("", "web.bad-parameter", ""), call), Map.of());
        }
        if (error instanceof WebApplicationException http && http.getResponse().getStatus() < 500) {
            int status = http.getResponse().getStatus();
            return new Answer(door(status, "web.http-" + status, call), headers(http));
        }
        LOG.error("Unexpected failure, correlation id {}", call.correlationId(), thrown);
        return new Answer(
                problem(
                        500,
                        "core.unexpected",
                        messages.text(locale, "core.unexpected"),
                        "",
                        text(locale, "core.unexpected.next", call.correlationId()),
                        call,
                        List.of()),
                Map.of());
    }

    /** The HTTP status of a known error. */
    public static int status(QuycheException error) {
        if (error instanceof Invalid) {
            return 400;
        } else if (error instanceof Unauthenticated) {
            return 401;
        } else if (error instanceof Forbidden) {
            return 403;
        } else if (error instanceof NotFound) {
            return 404;
        } else if (error instanceof Conflict) {
            return 409;
        } else if (error instanceof Refused) {
            return 422;
        } else if (error instanceof Unavailable) {
            return 503;
        }
        throw new IllegalStateException("no status for " + error.getClass());
    }

    private Problem known(QuycheException error, Call call) {
        Locale locale = call.locale();
        if (error instanceof Unavailable) {
            LOG.warn("Not available: {}, correlation id {}", error.code(), call.correlationId(), error.getCause());
        }
        List<Problem.Field> fields = error instanceof Invalid invalid
                ? invalid.fields().stream()
                        .filter(field -> !field.field().isEmpty())
                        .map(field -> field(locale, field))
                        .toList()
                : List.of();
        return problem(
                status(error),
                error.code(),
                messages.text(locale, error),
                error.clause().orElse(""),
                messages.next(locale, error),
                call,
                fields);
    }

    private Problem.Field field(Locale locale, FieldError error) {
        return new Problem.Field(
                error.field(),
                error.code(),
                messages.text(locale, error.code(), error.args().toArray()));
    }

    private Problem door(int status, String code, Call call, Object... args) {
        Locale locale = call.locale();
        return problem(
                status,
                code,
                messages.text(locale, code, args),
                "",
                text(locale, code + ".next", args),
                call,
                List.of());
    }

    private Problem problem(
            int status, String code, String detail, String clause, String next, Call call, List<Problem.Field> fields) {
        return new Problem(
                "urn:quyche:problem:" + code,
                text(call.locale(), "web.status." + status),
                status,
                detail,
                code,
                clause,
                next,
                call.correlationId(),
                fields);
    }

    /** The text of a key, or nothing when no bundle has it. */
    private String text(Locale locale, String key, Object... args) {
        String text = messages.text(locale, key, args);
        return text.equals(key) ? "" : text;
    }

    private static Map<String, String> headers(WebApplicationException error) {
        Map<String, String> headers = new LinkedHashMap<>();
        Stream.of(HttpHeaders.ALLOW, "Accept", HttpHeaders.LOCATION)
                .forEach(name -> Optional.ofNullable(error.getResponse().getHeaderString(name))
                        .ifPresent(value -> headers.put(name, value)));
        return headers;
    }

    /** The first error in the chain of causes that says something; what libraries wrap around it does not. */
    private static Throwable meaningful(Throwable thrown) {
        Throwable error = thrown;
        for (int depth = 0; error != null && depth < DEEPEST_CAUSE; depth++, error = error.getCause()) {
            boolean input = isBadInput(error) && !causedBy(error, BodyTooLarge.class);
            if (input
                    || error instanceof QuycheException
                    || error instanceof TooMany
                    || error instanceof BodyTooLarge
                    || error instanceof WebApplicationException http
                            && http.getResponse().getStatus() < 500) {
                return error;
            }
        }
        return thrown;
    }

    private static boolean causedBy(Throwable error, Class<?> type) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Jackson throws the same family for input that is wrong and for output that it cannot write. */
    private static boolean isBadInput(Throwable error) {
        return error instanceof JsonParseException
                || error instanceof StreamConstraintsException
                || error instanceof CharConversionException
                || error instanceof MismatchedInputException && !causedBy(error, QuycheException.class)
                || error instanceof JsonMappingException
                        && !(error instanceof InvalidDefinitionException)
                        && (error.getCause() instanceof JsonParseException
                                || error.getCause() instanceof StreamConstraintsException);
    }

    private static Invalid badJson(JsonProcessingException error) {
        String field = error instanceof JsonMappingException mapping ? path(mapping) : "";
        if (error instanceof UnrecognizedPropertyException) {
            return new Invalid(field, "web.unknown-field", field);
        }
        if (error instanceof StreamConstraintsException || error.getCause() instanceof StreamConstraintsException) {
            return new Invalid(field, "web.json-limits");
        }
        if (error instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            String allowed = Stream.of(format.getTargetType().getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", "));
            return new Invalid(field, "web.bad-choice", allowed);
        }
        if (error instanceof MismatchedInputException && !field.isEmpty()) {
            return new Invalid(field, "web.bad-value");
        }
        if (error.getLocation() != null && error.getLocation().getLineNr() > 0) {
            return new Invalid(
                    field,
                    "web.bad-json",
                    error.getLocation().getLineNr(),
                    error.getLocation().getColumnNr());
        }
        return new Invalid(field, "web.bad-json", 1, 1);
    }

    private static String path(JsonMappingException error) {
        List<JsonMappingException.Reference> path = new ArrayList<>(error.getPath());
        StringBuilder text = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return text.length() <= 200 ? text.toString() : text.substring(0, 200);
    }
}
