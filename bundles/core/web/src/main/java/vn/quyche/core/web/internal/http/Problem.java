package vn.quyche.core.web.internal.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What went wrong, as machines read it: {@code application/problem+json} (RFC 9457) with what our services add.
 *
 * @param type names the kind of problem, {@code urn:quyche:problem:<code>}
 * @param title the kind of failure in a few words
 * @param status the HTTP status
 * @param detail what happened and why, for a person
 * @param code the stable code
 * @param clause the clause that was applied, for example {@code BC.6.8}
 * @param next what to do next
 * @param correlationId the id under which log and audit have it
 * @param errors what is wrong, field by field
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String clause,
        String next,
        String correlationId,
        List<Field> errors) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * What is wrong with one field.
     *
     * @param field its name
     * @param code the stable code
     * @param message what is wrong, for a person
     */
    public record Field(String field, String code, String message) {}
}
