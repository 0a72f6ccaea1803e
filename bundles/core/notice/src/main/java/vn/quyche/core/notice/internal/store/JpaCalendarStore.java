package vn.quyche.core.notice.internal.store;

import java.time.Instant;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.notice.internal.model.FeedKey;

/** Keeps the addresses of calendar feeds. */
@Component(service = JpaCalendarStore.class)
public final class JpaCalendarStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaCalendarStore(@Reference(target = "(osgi.unit.name=notice)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * A feed.
     *
     * @param personId whose
     * @param key what opens it
     */
    public record Feed(String personId, FeedKey key) {}

    /** The key of a person's feed. */
    public Optional<FeedKey> keyOf(String personId) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(CalendarEntity.class, personId)).map(CalendarEntity::toKey));
    }

    /** The feed with a name. */
    public Optional<Feed> named(String name) {
        return jpa.txExpr(
                em -> em.createQuery("select c from CalendarEntity c where c.name = :name", CalendarEntity.class)
                        .setParameter("name", name)
                        .getResultStream()
                        .findFirst()
                        .map(calendar -> new Feed(calendar.personId, calendar.toKey())));
    }

    /** Gives a person's feed a key; the one before stops opening it. */
    public void put(String personId, FeedKey key, Instant at) {
        jpa.tx(em -> {
            CalendarEntity calendar = new CalendarEntity();
            calendar.personId = personId;
            calendar.name = key.name();
            calendar.secret = key.secret();
            calendar.createdAt = at.toEpochMilli();
            em.merge(calendar);
        });
    }
}
