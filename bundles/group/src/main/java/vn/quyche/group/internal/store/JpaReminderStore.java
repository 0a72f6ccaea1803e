package vn.quyche.group.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.group.api.Reminder;

/** Who was reminded of which directive, in JPA. */
@Component(service = JpaReminderStore.class)
public final class JpaReminderStore {

    private static final String LIST = "group.reminders";

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

    /** The reminders of a directive, the latest first. */
    public List<Told> list(String directiveId, Optional<String> after, int limit) {
        Optional<Cursor> cursor = after.map(text -> Cursor.parse(LIST, 3, text));
        String jpql = "select r from DirectiveReminder r where r.directiveId = :id"
                + (cursor.isPresent()
                        ? " and (r.at < :at or (r.at = :at and (r.key.eventId < :event"
                                + " or (r.key.eventId = :event and r.key.place < :place))))"
                        : "")
                + " order by r.at desc, r.key.eventId desc, r.key.place desc";
        return jpa.txExpr(em -> {
            TypedQuery<ReminderEntity> select =
                    em.createQuery(jpql, ReminderEntity.class).setParameter("id", directiveId);
            cursor.ifPresent(from -> select.setParameter("at", from.number(0))
                    .setParameter("event", from.text(1))
                    .setParameter("place", place(from)));
            return select.setMaxResults(limit).getResultList().stream()
                    .map(entity -> new Told(
                            entity.key.eventId,
                            entity.key.place,
                            Instant.ofEpochMilli(entity.at),
                            entity.kind,
                            entity.toldId,
                            entity.people))
                    .toList();
        });
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

    /** The cursor behind a reminder in {@link #list}. */
    public static String cursor(Told told) {
        return Cursor.of(LIST, told.at().toEpochMilli(), told.eventId(), told.place());
    }

    private static int place(Cursor cursor) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, cursor.number(2)));
    }
}
