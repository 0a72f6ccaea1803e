package vn.quyche.core.compliance.internal.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.compliance.internal.model.ReminderText;

/** Who is late with what, so that a superior is told once of all who are late with the same thing. */
final class LatePeople {

    private final Map<Matter, List<Duty>> late = new LinkedHashMap<>();

    private record Matter(String superior, String title, String link, Instant dueAt) {}

    void add(String superior, Duty duty) {
        late.computeIfAbsent(new Matter(superior, duty.title(), duty.link(), duty.dueAt()), matter -> new ArrayList<>())
                .add(duty);
    }

    List<NewNotice> notices(Directory directory) {
        if (late.isEmpty()) {
            return List.of();
        }
        Set<String> people =
                late.values().stream().flatMap(List::stream).map(Duty::personId).collect(Collectors.toSet());
        Map<String, String> names = directory.names(people);
        return late.entrySet().stream()
                .map(entry -> notice(entry.getKey(), entry.getValue(), names))
                .toList();
    }

    private static NewNotice notice(Matter matter, List<Duty> duties, Map<String, String> names) {
        List<String> who = duties.stream()
                .map(Duty::personId)
                .distinct()
                .map(person -> names.getOrDefault(person, "Người được giao"))
                .toList();
        return new NewNotice(
                "duty:" + duties.get(0).id(),
                matter.superior(),
                "duty.escalated",
                matter.title(),
                ReminderText.escalated(who, matter.dueAt()),
                matter.link());
    }
}
