package vn.quyche.core.web.internal.ui;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the macros of form fields show: what was typed when the form comes back, else what the page gives. */
final class Fields {

    static final String CSRF = "_csrf";
    /** The page on which a form stands. */
    static final String PAGE = "_page";

    private Fields() {}

    /** The value of a field as text. */
    static String value(Rendering rendering, String name, Object given) {
        if (rendering.refilled()) {
            List<String> typed = rendering.typed().get(name);
            return typed == null ? "" : typed.get(0);
        }
        return given instanceof Instant instant ? Words.fieldMoment(instant) : ShellExtension.text(given);
    }

    /** Whether a single check box is checked. */
    static boolean checked(Rendering rendering, String name, Object given) {
        return rendering.refilled() ? rendering.typed().containsKey(name) : Boolean.TRUE.equals(given);
    }

    /**
     * The choices of a field.
     *
     * @param part sets one group of choices apart from the others of the same field; empty where there is one
     */
    static List<Option> options(Rendering rendering, String name, Object options, Object given, String part) {
        Set<String> selected = selected(rendering, name, given);
        String id = id(part.isEmpty() ? name : name + "-" + part);
        List<Option> result = new ArrayList<>();
        if (options instanceof Map<?, ?> map) {
            map.forEach((value, label) -> result.add(option(id, result.size(), value, label, "", selected)));
        } else {
            for (Object option : ShellExtension.list(options)) {
                result.add(option(
                        id,
                        result.size(),
                        attribute(option, "value"),
                        attribute(option, "label"),
                        attribute(option, "hint"),
                        selected));
            }
        }
        return result;
    }

    /** The people chosen in a picker, with their names. */
    static List<Option> chosen(Rendering rendering, String name, Object given) {
        Set<String> ids = selected(rendering, name, given);
        Map<String, String> names = rendering.lookups().names(ids);
        List<Option> result = new ArrayList<>();
        for (String id : ids) {
            result.add(new Option(
                    id(name) + "-" + result.size(),
                    id,
                    names.getOrDefault(id, rendering.t("core.unknown-person")),
                    "",
                    true));
        }
        return result;
    }

    private static Set<String> selected(Rendering rendering, String name, Object given) {
        Set<String> selected = new LinkedHashSet<>();
        if (rendering.refilled()) {
            selected.addAll(rendering.typed().getOrDefault(name, List.of()));
        } else if (given instanceof Collection<?> many) {
            many.forEach(one -> selected.add(ShellExtension.text(one)));
        } else {
            selected.add(ShellExtension.text(given));
        }
        if (given instanceof Collection<?> || rendering.refilled()) {
            selected.remove("");
        }
        return selected;
    }

    private static Option option(
            String fieldId, int index, Object value, Object label, Object hint, Set<String> selected) {
        String text = ShellExtension.text(value);
        boolean chosen = selected.contains(text);
        return new Option(fieldId + "-" + index, text, ShellExtension.text(label), ShellExtension.text(hint), chosen);
    }

    private static Object attribute(Object thing, String name) {
        if (thing instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (thing instanceof Record) {
            for (RecordComponent component : thing.getClass().getRecordComponents()) {
                if (component.getName().equals(name)) {
                    return read(thing, component);
                }
            }
            return "";
        }
        return name.equals("hint") ? "" : thing;
    }

    private static Object read(Object record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return Templates.unwrap(component.getAccessor().invoke(record));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The option " + record + " cannot be read", e);
        }
    }

    /** The id of a field in the page. */
    static String id(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    /**
     * One choice.
     *
     * @param id the id of its element
     * @param value what is posted
     * @param label its word
     * @param hint a remark, may be empty
     * @param selected whether it is chosen
     */
    record Option(String id, String value, String label, String hint, boolean selected) {}
}
