package vn.quyche.core.web.internal.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/** Writes addresses. */
final class UiUrl {

    private UiUrl() {}

    static String of(String path, Map<String, String> query) {
        if (query.isEmpty()) {
            return path;
        }
        StringJoiner pairs = new StringJoiner("&", path + "?", "");
        query.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
        return pairs.toString();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
