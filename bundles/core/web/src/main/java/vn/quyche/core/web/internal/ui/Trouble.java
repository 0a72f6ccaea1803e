package vn.quyche.core.web.internal.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.QuycheException;

/**
 * An error in words, for the summary on top of a page and for problem pages.
 *
 * @param text what and why
 * @param next what to do next, may be empty
 * @param code the code, shown small for support
 * @param items what is wrong with single fields
 */
record Trouble(String text, String next, String code, List<Item> items) {

    /**
     * What is wrong with one field.
     *
     * @param field its name
     * @param text the words
     */
    record Item(String field, String text) {

        public String anchor() {
            return Fields.id(field);
        }
    }

    static Trouble of(BundleTexts texts, Locale locale, QuycheException error) {
        List<Item> items = new ArrayList<>();
        String text = texts.text(locale, error);
        if (error instanceof Invalid invalid) {
            invalid.fields().stream()
                    .filter(field -> !field.field().isEmpty())
                    .forEach(field -> items.add(new Item(
                            field.field(),
                            texts.text(locale, field.code(), field.args().toArray()))));
            if (!items.isEmpty()) {
                text = texts.text(locale, "core.invalid", items.size());
            }
        }
        return new Trouble(text, texts.next(locale, error), error.code(), items);
    }

    /** The message of each field, for the fields themselves. */
    Map<String, String> byField() {
        Map<String, String> byField = new LinkedHashMap<>();
        items.forEach(item -> byField.merge(item.field(), item.text(), (a, b) -> a + " " + b));
        return byField;
    }
}
