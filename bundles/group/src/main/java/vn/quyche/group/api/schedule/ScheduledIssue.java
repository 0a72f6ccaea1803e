package vn.quyche.group.api.schedule;

import java.time.Instant;

/**
 * That a draft is to be issued at a moment.
 *
 * @param directiveId the draft
 * @param title what it is about
 * @param groupId the group
 * @param askedAt the moment that was asked for
 * @param dueAt the moment at which it is issued: later than asked for where that fell in the quiet hours
 * @param urgentReason why it is issued in the quiet hours; empty when it keeps them
 * @param byId who planned it, its author
 * @param byName the name of the author
 * @param plannedAt when it was planned
 * @param state where it stands
 * @param failure the code of what refused it, empty otherwise
 * @param failureText what refused it and what to do, in Vietnamese, empty otherwise
 */
public record ScheduledIssue(
        String directiveId,
        String title,
        String groupId,
        Instant askedAt,
        Instant dueAt,
        String urgentReason,
        String byId,
        String byName,
        Instant plannedAt,
        ScheduleState state,
        String failure,
        String failureText) {

    /** Whether the quiet hours moved it. */
    public boolean moved() {
        return dueAt.isAfter(askedAt);
    }
}
