package vn.quyche.core.web.internal.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.UiRequest;

/**
 * A request to a page.
 *
 * @param caller who asks
 * @param places the values at the places of the path
 * @param queryValues the query
 * @param data the posted form, empty for GET
 * @param refilled whether the form is shown again
 * @param fragment whether htmx asks
 * @param sessionKey the key of the session, for the pages that end or keep it
 */
record WebRequest(
        Caller caller,
        Map<String, String> places,
        Map<String, List<String>> queryValues,
        FormData data,
        boolean refilled,
        boolean fragment,
        String sessionKey)
        implements UiRequest {

    @Override
    public String path(String name) {
        String value = places.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The page's path has no place {" + name + "}");
        }
        return value;
    }

    @Override
    public Optional<String> query(String name) {
        List<String> values = queryValues.get(name);
        return values == null
                ? Optional.empty()
                : Optional.of(values.get(0).strip()).filter(v -> !v.isEmpty());
    }

    @Override
    public Map<String, String> query() {
        Map<String, String> first = new LinkedHashMap<>();
        queryValues.forEach((name, values) -> first.put(name, values.get(0)));
        return first;
    }

    @Override
    public String form(String name) {
        return data.first(name);
    }

    @Override
    public List<String> formAll(String name) {
        return data.all(name);
    }

    @Override
    public List<Upload> files(String name) {
        return data.files().getOrDefault(name, List.of());
    }

    @Override
    public PageRequest pageRequest() {
        int size = query("size")
                .filter(s -> s.matches("[0-9]{1,4}"))
                .map(Integer::parseInt)
                .orElse(PageRequest.DEFAULT_SIZE);
        return new PageRequest(size, query("after"), query("sort"));
    }
}
