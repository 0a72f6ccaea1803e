package vn.quyche.core.compliance.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** Reads what {@code Json} wrote into a column. */
final class StoredJson {

    private static final JsonMapper JSON = new JsonMapper();

    private StoredJson() {}

    static List<String> list(String json) {
        return read(json, new TypeReference<>() {});
    }

    static Map<String, String> map(String json) {
        return read(json, new TypeReference<>() {});
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column of regulations is damaged", e);
        }
    }
}
