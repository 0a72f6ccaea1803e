package vn.quyche.core.api.error;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param field the name of the field as the door knows it, for example {@code title} or {@code members[2].phone}
 * @param code the message key, for example {@code core.required}
 * @param args what fills the places of the message
 */
public record FieldError(String field, String code, List<Object> args) {

    public FieldError {
        args = List.copyOf(args);
    }
}
