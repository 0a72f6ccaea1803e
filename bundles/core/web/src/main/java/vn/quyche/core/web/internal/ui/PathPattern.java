package vn.quyche.core.web.internal.ui;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pattern of a page's path, for example {@code /group/groups/{id}}; a place takes one part of a path.
 *
 * @param parts the parts between slashes; a place is written in braces
 */
record PathPattern(List<String> parts) {

    /** Literal parts come before places, so that {@code /x/new} wins over {@code /x/{id}}. */
    static final Comparator<PathPattern> MOST_PRECISE_FIRST = (a, b) -> {
        int common = Math.min(a.parts.size(), b.parts.size());
        for (int i = 0; i < common; i++) {
            int order = Boolean.compare(isPlace(a.parts.get(i)), isPlace(b.parts.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.parts.size(), b.parts.size());
    };

    static PathPattern of(String path) {
        return new PathPattern(UiPath.split(path));
    }

    /** The values at the places, when the path fits. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != parts.size()) {
            return Optional.empty();
        }
        Map<String, String> places = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (isPlace(part)) {
                places.put(part.substring(1, part.length() - 1), path.get(i));
            } else if (!part.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(places);
    }

    private static boolean isPlace(String part) {
        return part.startsWith("{") && part.endsWith("}");
    }
}
