package vn.quyche.core.web.internal.ui;

import java.util.List;
import java.util.Map;
import vn.quyche.core.api.ui.UiRequest;

/**
 * What a posted form held.
 *
 * @param fields values by field, in the order in which they came, NFC
 * @param files non-empty uploads by field
 */
record FormData(Map<String, List<String>> fields, Map<String, List<UiRequest.Upload>> files) {

    static final FormData EMPTY = new FormData(Map.of(), Map.of());

    String first(String name) {
        List<String> values = fields.get(name);
        return values == null ? "" : values.get(0);
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
