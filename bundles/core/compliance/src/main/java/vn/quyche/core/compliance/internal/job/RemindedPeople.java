package vn.quyche.core.compliance.internal.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.event.Event;

/**
 * Who was told of which duties in one run: one event {@code duty.reminded.v1} for each thing and step, so that the domain that
 * laid the duties can show it. Its subject is the thing; {@code kind} is that of the notice, {@code told} who was told, and
 * {@code people} whose duty it is, by their ids with commas between.
 */
final class RemindedPeople {

    private final Map<Step, List<String>> told = new LinkedHashMap<>();

    /** @param superior who is told of the duties of others; empty when people are told of their own */
    private record Step(String subjectType, String subjectId, String kind, String superior) {}

    void add(Duty duty, String kind, String personId) {
        String superior = personId.equals(duty.personId()) ? "" : personId;
        told.computeIfAbsent(new Step(duty.subjectType(), duty.subjectId(), kind, superior), step -> new ArrayList<>())
                .add(duty.personId());
    }

    List<Event> events(Instant now) {
        return told.entrySet().stream()
                .map(entry -> event(entry.getKey(), String.join(",", entry.getValue()), now))
                .toList();
    }

    private static Event event(Step step, String people, Instant now) {
        return new Event(
                "duty.reminded.v1",
                step.subjectId(),
                Map.of(
                        "subjectType", step.subjectType(),
                        "kind", step.kind(),
                        "told", step.superior().isEmpty() ? people : step.superior(),
                        "people", people,
                        "at", now.toString()));
    }
}
