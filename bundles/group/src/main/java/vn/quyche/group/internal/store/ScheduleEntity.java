package vn.quyche.group.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.group.api.schedule.ScheduleState;
import vn.quyche.group.api.schedule.ScheduledIssue;

/** When a draft is to be issued. */
@Entity(name = "ScheduledIssue")
@Table(name = "scheduled_issue", schema = "q_group")
class ScheduleEntity {
    @Id
    @Column(name = "directive_id")
    String directiveId;

    @Column(name = "group_id")
    String groupId;

    @Column(name = "asked_at")
    long askedAt;

    @Column(name = "due_at")
    long dueAt;

    @Column(name = "urgent_reason")
    String urgentReason;

    @Column(name = "by_id")
    String byId;

    @Column(name = "account_id")
    String accountId = "";

    @Column(name = "by_name")
    String byName;

    @Column(name = "planned_at")
    long plannedAt;

    @Enumerated(EnumType.STRING)
    ScheduleState state;

    String failure;

    @Column(name = "failure_text")
    String failureText;

    final void take(ScheduledIssue plan) {
        directiveId = plan.directiveId();
        groupId = plan.groupId();
        askedAt = plan.askedAt().toEpochMilli();
        dueAt = plan.dueAt().toEpochMilli();
        urgentReason = plan.urgentReason();
        byId = plan.byId();
        byName = plan.byName();
        plannedAt = plan.plannedAt().toEpochMilli();
        state = plan.state();
        failure = plan.failure();
        failureText = plan.failureText();
    }

    ScheduledIssue toRecord(String title) {
        return new ScheduledIssue(
                directiveId,
                title,
                groupId,
                Instant.ofEpochMilli(askedAt),
                Instant.ofEpochMilli(dueAt),
                urgentReason,
                byId,
                byName,
                Instant.ofEpochMilli(plannedAt),
                state,
                failure,
                failureText);
    }
}
