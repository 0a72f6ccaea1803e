package vn.quyche.group.internal.ui;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.ui.Messages;

/** Choices for selects, radios and check boxes, with their words. */
final class Options {

    private final Messages messages;
    private final Locale locale;

    Options(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** The constants of an enum in their order; the word of each is the message {@code prefix + name}. */
    <E extends Enum<E>> Map<String, String> of(E[] values, String prefix) {
        return of(Arrays.asList(values), prefix);
    }

    /** Some constants of an enum. */
    <E extends Enum<E>> Map<String, String> of(List<E> values, String prefix) {
        Map<String, String> options = new LinkedHashMap<>();
        values.forEach(value -> options.put(value.name(), messages.text(locale, prefix + value.name())));
        return options;
    }

    /** The constant with the name, empty for any other text. */
    static <E extends Enum<E>> Optional<E> parse(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst();
    }
}
