package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.compliance.Duty;

/** A duty. Rows are written by {@link JpaDutyStore} in bulk; the entity reads them. */
@Entity
@Table(schema = "q_compliance", name = "duty")
class DutyEntity {

    @Id
    String id;

    @Column(name = "duty_key")
    String key;

    String kind;
    String domain;
    String clause;
    String title;

    @Column(name = "person_id")
    String personId;

    @Column(name = "subject_type")
    String subjectType;

    @Column(name = "subject_id")
    String subjectId;

    String link;

    @Column(name = "created_at")
    long createdAt;

    @Column(name = "due_at")
    long dueAt;

    String state;

    @Column(name = "settled_at")
    Long settledAt;

    String evidence;

    @Column(name = "excused_by")
    String excusedBy;

    String reason;
    String reminders;

    @Column(name = "next_step")
    int nextStep;

    @Column(name = "next_reminder_at")
    Long nextReminderAt;

    String escalations;

    Duty toDuty() {
        return new Duty(
                id,
                key,
                kind,
                clause,
                title,
                personId,
                subjectType,
                subjectId,
                link,
                Instant.ofEpochMilli(createdAt),
                Instant.ofEpochMilli(dueAt),
                Duty.State.valueOf(state),
                Optional.ofNullable(settledAt).map(Instant::ofEpochMilli),
                evidence,
                Optional.ofNullable(excusedBy),
                reason);
    }

    Reminder toReminder() {
        return new Reminder(toDuty(), ReminderText.parse(reminders), nextStep, EscalationText.parse(escalations));
    }
}
