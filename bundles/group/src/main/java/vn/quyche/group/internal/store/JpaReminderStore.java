package vn.quyche.group.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.core.api.persistence.SortedList.Key;
import vn.quyche.group.api.Reminder;

/** Who was reminded of which directive, in JPA. */
@Component(service = JpaReminderStore.class)
public final class JpaReminderStore {

    private static final SortedList LIST = SortedList.of(
                    "group.reminders", "DirectiveReminder r", new Key("r.key.place", Integer.class), "-told")
            .by("told", new Key("r.at", Long.class), new Key("r.key.eventId", String.class));

    private final JpaTemplate jpa;

    /** A reminder with its place in the list. */
    public record Told(String eventId, int place, Instant at, Reminder.Kind kind, String personId, int people) {}

    @Activate
    public JpaReminderStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores whom an event says to have been told; an event that comes again changes nothing. */
    public void insert(String directiveId, List<Told> told) {
        jpa.tx(em -> told.stream()
                .filter(one ->
                        em.find(ReminderEntity.class, new ReminderEntity.Key(one.eventId(), one.place())) == null)
                .forEach(one -> {
                    ReminderEntity entity = new ReminderEntity();
                    entity.key = new ReminderEntity.Key(one.eventId(), one.place());
                    entity.directiveId = directiveId;
                    entity.at = one.at().toEpochMilli();
                    entity.kind = one.kind();
                    entity.toldId = one.personId();
                    entity.people = one.people();
                    em.persist(entity);
                }));
    }

    /** The reminders of a directive, the latest first ({@code -told}). */
    public Page<Told> list(String directiveId, PageRequest page) {
        SortedList.Query wanted = LIST.query(page).and("r.directiveId = :id", "id", directiveId);
        return Selecting.page(jpa, wanted, ReminderEntity.class)
                .map(entity -> new Told(
                        entity.key.eventId,
                        entity.key.place,
                        Instant.ofEpochMilli(entity.at),
                        entity.kind,
                        entity.toldId,
                        entity.people));
    }

    /** When somebody last reminded all who had not done it. */
    public Optional<Instant> lastAsked(String directiveId) {
        return jpa.txExpr(em -> Optional.ofNullable(em.createQuery(
                                "select max(r.at) from DirectiveReminder r where r.directiveId = :id"
                                        + " and r.kind = :asked",
                                Long.class)
                        .setParameter("id", directiveId)
                        .setParameter("asked", Reminder.Kind.ASKED)
                        .getSingleResult())
                .map(Instant::ofEpochMilli));
    }
}
