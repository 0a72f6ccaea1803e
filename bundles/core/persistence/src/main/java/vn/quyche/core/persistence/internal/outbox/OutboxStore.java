package vn.quyche.core.persistence.internal.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.event.DeadLetter;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.persistence.internal.jdbc.Jdbc;
import vn.quyche.core.persistence.internal.jdbc.SqlFailure;

/** The tables of the outbox. */
final class OutboxStore {

    private static final String PENDING = "PENDING";
    private static final String DEAD = "DEAD";
    private static final int MAX_ERROR = 1000;
    private static final int MAX_FIELDS = 1000;
    private static final int MAX_LISTENERS = 1000;

    private final Jdbc jdbc;
    private final Ids ids;
    private final Clock clock;

    OutboxStore(Jdbc jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores an event, and a delivery to each listener that is known to want it. */
    void publish(Event event) {
        String id = ids.next();
        long now = clock.millis();
        jdbc.update(
                "insert into q_persistence.outbox_event (id, type, subject_id, at_ms) values (?, ?, ?, ?)",
                id,
                event.type(),
                event.subjectId(),
                now);
        event.data()
                .forEach((name, text) -> jdbc.update(
                        "insert into q_persistence.outbox_field (event_id, name, text) values (?, ?, ?)",
                        id,
                        name,
                        text));
        List<String> listeners = jdbc.list(
                MAX_LISTENERS,
                row -> row.getString(1),
                "select name from q_persistence.event_listener where type = ? order by name",
                event.type());
        for (String listener : listeners) {
            jdbc.update(
                    "insert into q_persistence.outbox_delivery (id, event_id, listener, state, attempts, due_ms)"
                            + " values (?, ?, ?, ?, 0, ?)",
                    ids.next(),
                    id,
                    listener,
                    PENDING,
                    now);
        }
    }

    /** Notes that a listener exists and what it wants. */
    void know(String listener, Set<String> types) {
        List<String> known = jdbc.list(
                MAX_LISTENERS,
                row -> row.getString(1),
                "select type from q_persistence.event_listener where name = ?",
                listener);
        for (String type : known) {
            if (!types.contains(type)) {
                jdbc.update("delete from q_persistence.event_listener where type = ? and name = ?", type, listener);
            }
        }
        for (String type : types) {
            int rows = jdbc.update(
                    "update q_persistence.event_listener set seen_ms = ? where type = ? and name = ?",
                    clock.millis(),
                    type,
                    listener);
            if (rows == 0) {
                insertListener(listener, type);
            }
        }
    }

    /** Deliveries that are due for one of the listeners, oldest first. */
    List<Delivery> due(Collection<String> listeners, int limit) {
        if (listeners.isEmpty()) {
            return List.of();
        }
        Object[] args = new Object[listeners.size() + 2];
        args[0] = PENDING;
        args[1] = clock.millis();
        int i = 2;
        for (String listener : listeners) {
            args[i++] = listener;
        }
        return jdbc.list(
                limit,
                row -> new Delivery(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
                "select id, event_id, listener, attempts from q_persistence.outbox_delivery"
                        + " where state = ? and due_ms <= ? and listener in ("
                        + String.join(", ", Collections.nCopies(listeners.size(), "?"))
                        + ") order by id",
                args);
    }

    /** The event of a delivery. */
    Event event(String eventId) {
        Map<String, String> data = new HashMap<>();
        jdbc.list(
                MAX_FIELDS,
                row -> data.put(row.getString(1), row.getString(2)),
                "select name, text from q_persistence.outbox_field where event_id = ?",
                eventId);
        return jdbc.find(
                        row -> new Event(row.getString(1), row.getString(2), data),
                        "select type, subject_id from q_persistence.outbox_event where id = ?",
                        eventId)
                .orElseThrow(() -> new IllegalStateException("No event " + eventId));
    }

    /**
     * Takes a delivery off the outbox, for the transaction in which it is carried out.
     *
     * @return false when another node has done it, or does it now and commits before us
     */
    boolean take(Delivery delivery) {
        return jdbc.update(
                        "delete from q_persistence.outbox_delivery where id = ? and state = ? and attempts = ?",
                        delivery.id(),
                        PENDING,
                        delivery.attempts())
                == 1;
    }

    /** Notes a failure: tried again after the pause, or never when there is none. */
    void failed(Delivery delivery, Optional<Duration> pause, String error) {
        jdbc.update(
                "update q_persistence.outbox_delivery set attempts = attempts + 1, state = ?, due_ms = ?, error = ?"
                        + " where id = ? and state = ? and attempts = ?",
                pause.isPresent() ? PENDING : DEAD,
                clock.millis() + pause.orElse(Duration.ZERO).toMillis(),
                error.length() > MAX_ERROR ? error.substring(0, MAX_ERROR) : error,
                delivery.id(),
                PENDING,
                delivery.attempts());
    }

    /** Dead letters behind one, newest or oldest first. */
    List<DeadLetter> dead(Optional<String> after, boolean newestFirst, int limit) {
        // Ids are digits and capital letters: everything sorts before a tilde.
        return jdbc.list(
                limit,
                this::deadLetter,
                "select d.id, d.event_id, d.listener, d.attempts, d.error, e.at_ms"
                        + " from q_persistence.outbox_delivery d"
                        + " join q_persistence.outbox_event e on e.id = d.event_id"
                        + " where d.state = ? and d.id "
                        + (newestFirst ? "< ? order by d.id desc" : "> ? order by d.id"),
                DEAD,
                after.orElse(newestFirst ? "~" : ""));
    }

    /** How many deliveries failed for good. */
    long countDead() {
        return jdbc.find(
                        row -> row.getLong(1),
                        "select count(*) from q_persistence.outbox_delivery where state = ?",
                        DEAD)
                .orElse(0L);
    }

    /**
     * Makes a dead letter due again.
     *
     * @return false when there is no such dead letter
     */
    boolean revive(String id) {
        return jdbc.update(
                        "update q_persistence.outbox_delivery set state = ?, attempts = 0, due_ms = ?"
                                + " where id = ? and state = ?",
                        PENDING,
                        clock.millis(),
                        id,
                        DEAD)
                == 1;
    }

    /** Forgets listeners that have not been seen since, with what waits for them. */
    void forgetListeners(Instant notSeenSince) {
        long limit = notSeenSince.toEpochMilli();
        jdbc.update("delete from q_persistence.event_listener where seen_ms < ?", limit);
        jdbc.update(
                "delete from q_persistence.outbox_delivery where state = ? and due_ms < ? and not exists"
                        + " (select 1 from q_persistence.event_listener l where l.name = listener)",
                PENDING,
                limit);
    }

    /** Deletes events from before that nobody waits for. */
    int purge(Instant before) {
        String settled = "q_persistence.outbox_event e where e.at_ms < ? and not exists"
                + " (select 1 from q_persistence.outbox_delivery d where d.event_id = e.id)";
        jdbc.update(
                "delete from q_persistence.outbox_field where event_id in (select e.id from " + settled + ")",
                before.toEpochMilli());
        return jdbc.update("delete from " + settled, before.toEpochMilli());
    }

    private DeadLetter deadLetter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getString(1),
                event(row.getString(2)),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)));
    }

    private void insertListener(String listener, String type) {
        try {
            jdbc.update(
                    "insert into q_persistence.event_listener (type, name, seen_ms) values (?, ?, ?)",
                    type,
                    listener,
                    clock.millis());
        } catch (SqlFailure e) {
            // Another node was faster.
            if (!e.isDuplicate()) {
                throw e;
            }
        }
    }
}
