package vn.quyche.district.internal.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;

/** Filters of lists. */
final class Chips {

    private Chips() {}

    /** All, and each constant of an enum. */
    static <E extends Enum<E>> List<Map<String, String>> of(
            Messages messages, Locale locale, Class<E> type, String prefix) {
        List<Map<String, String>> chips = new ArrayList<>();
        chips.add(Map.of("value", "", "label", messages.text(locale, "core.all")));
        Form.choices(messages, locale, type, prefix)
                .forEach((value, label) -> chips.add(Map.of("value", value, "label", label)));
        return chips;
    }
}
