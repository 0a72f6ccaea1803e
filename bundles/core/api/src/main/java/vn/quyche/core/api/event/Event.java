package vn.quyche.core.api.event;

import java.util.Map;

/**
 * Something that happened.
 *
 * @param type the wire name with its version, for example {@code group.directive-issued.v1}
 * @param subjectId the id of the thing that it happened to
 * @param data flat data by name, for readers who do not know the type; no secrets
 */
public record Event(String type, String subjectId, Map<String, String> data) {

    public Event {
        data = Map.copyOf(data);
    }
}
