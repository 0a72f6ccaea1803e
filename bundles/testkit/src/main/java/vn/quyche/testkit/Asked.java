package vn.quyche.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.UiRequest;

/** What a page handler is asked in a test: path, query and form share one map; nothing is uploaded. */
public record Asked(Caller caller, Map<String, String> values) implements UiRequest {

    /** Asks with names and values, one after the other. */
    public static Asked of(Caller caller, String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Asked(caller, values);
    }

    @Override
    public String path(String name) {
        return values.get(name);
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public Map<String, String> query() {
        return values;
    }

    @Override
    public String form(String name) {
        return values.getOrDefault(name, "");
    }

    @Override
    public List<String> formAll(String name) {
        return query(name).stream().toList();
    }

    @Override
    public boolean refilled() {
        return false;
    }

    @Override
    public List<Upload> files(String name) {
        return List.of();
    }

    @Override
    public PageRequest pageRequest() {
        return PageRequest.first();
    }

    @Override
    public boolean fragment() {
        return false;
    }
}
