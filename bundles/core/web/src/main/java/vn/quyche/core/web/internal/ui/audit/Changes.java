package vn.quyche.core.web.internal.ui.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an act changed, field by field, from the two JSON texts of its audit line. */
final class Changes {

    private Changes() {}

    /**
     * One field.
     *
     * @param field its path, for example {@code members[2].phone}
     * @param before its value before, empty when there was none
     * @param after its value after
     * @param changed whether they differ
     */
    record Change(String field, String before, String after, boolean changed) {}

    static List<Change> between(String before, String after) {
        Map<String, String> old = flat(before);
        Map<String, String> now = flat(after);
        TreeSet<String> fields = new TreeSet<>(old.keySet());
        fields.addAll(now.keySet());
        return fields.stream()
                .map(field -> {
                    String a = old.getOrDefault(field, "");
                    String b = now.getOrDefault(field, "");
                    return new Change(field, a, b, !a.equals(b));
                })
                .toList();
    }

    private static Map<String, String> flat(String json) {
        Map<String, String> fields = new TreeMap<>();
        if (json.isBlank()) {
            return fields;
        }
        try {
            collect("", new ObjectMapper().readTree(json), fields);
        } catch (JsonProcessingException e) {
            fields.put("", json);
        }
        return fields;
    }

    private static void collect(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(e -> collect(path.isEmpty() ? e.getKey() : path + "." + e.getKey(), e.getValue(), fields));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), fields);
            }
        } else if (!node.isNull()) {
            fields.put(path, node.asText());
        }
    }
}
