package vn.quyche.group.internal.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import vn.quyche.group.api.Reminder;

/** That somebody was told of a directive: one of the people of an event of the duty engine. */
@Entity(name = "DirectiveReminder")
@Table(name = "directive_reminder", schema = "q_group")
class ReminderEntity {
    @EmbeddedId
    Key key;

    @Column(name = "directive_id")
    String directiveId;

    @Column(name = "at_ms")
    long at;

    @Enumerated(EnumType.STRING)
    Reminder.Kind kind;

    @Column(name = "told_id")
    String toldId;

    int people;

    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "event_id")
        String eventId;

        int place;

        Key() {}

        Key(String eventId, int place) {
            this.eventId = eventId;
            this.place = place;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.eventId.equals(eventId) && k.place == place;
        }

        @Override
        public int hashCode() {
            return eventId.hashCode() * 31 + place;
        }
    }
}
