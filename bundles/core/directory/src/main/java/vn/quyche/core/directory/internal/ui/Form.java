package vn.quyche.core.directory.internal.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;

/** Reads fields of a posted form, and the choices of an enum. */
final class Form {

    private Form() {}

    /** A day; empty when the field is. */
    static Optional<LocalDate> day(UiRequest request, String field) {
        String text = request.form(field);
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new Invalid(field, "core.bad-date");
        }
    }

    /** A day that must be there. */
    static LocalDate requiredDay(UiRequest request, String field) {
        return day(request, field).orElseThrow(() -> new Invalid(field, "core.required"));
    }

    /** An id or other text; empty when the field is. */
    static Optional<String> text(UiRequest request, String field) {
        return Optional.of(request.form(field)).filter(text -> !text.isBlank());
    }

    /** The version that the form was made from. */
    static long version(UiRequest request) {
        try {
            return Long.parseLong(request.form("version"));
        } catch (NumberFormatException e) {
            throw new Invalid("version", "core.changed-meanwhile");
        }
    }

    /** The constant with the name; empty for any other text. */
    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst();
    }

    /** The constants in their order; the word of each is the message {@code prefix + name}. */
    static <E extends Enum<E>> Map<String, String> choices(
            Messages messages, Locale locale, Class<E> type, String prefix) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (E value : type.getEnumConstants()) {
            choices.put(value.name(), messages.text(locale, prefix + value.name()));
        }
        return choices;
    }
}
