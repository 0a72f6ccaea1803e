package vn.quyche.group.internal.duty;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.event.spi.EventListener;
import vn.quyche.group.api.Reminder;
import vn.quyche.group.internal.store.JpaReminderStore;
import vn.quyche.group.internal.store.JpaReminderStore.Told;

/** Keeps who was reminded of a directive, as the duty engine tells it. */
@Component(service = EventListener.class)
@Regulated("BC.6.3")
public final class DirectiveReminderListener implements EventListener {

    private static final String REMINDED = "duty.reminded.v1";
    private static final Map<String, Reminder.Kind> KINDS = Map.of(
            "duty.reminder", Reminder.Kind.BEFORE,
            "duty.late", Reminder.Kind.LATE,
            "duty.escalated", Reminder.Kind.ESCALATED);

    private final JpaReminderStore store;

    @Activate
    public DirectiveReminderListener(@Reference JpaReminderStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "group.reminders";
    }

    @Override
    public Set<String> types() {
        return Set.of(REMINDED);
    }

    @Override
    public void on(String eventId, Event event) {
        Reminder.Kind kind = KINDS.get(event.data().get("kind"));
        if (kind == null || !"group.directive".equals(event.data().get("subjectType"))) {
            return;
        }
        List<String> told = List.of(event.data().get("told").split(","));
        int people =
                kind == Reminder.Kind.ESCALATED ? event.data().get("people").split(",").length : 1;
        Instant at = Instant.parse(event.data().get("at"));
        store.insert(
                event.subjectId(),
                IntStream.range(0, told.size())
                        .mapToObj(place -> new Told(eventId, place, at, kind, told.get(place), people))
                        .toList());
    }
}
