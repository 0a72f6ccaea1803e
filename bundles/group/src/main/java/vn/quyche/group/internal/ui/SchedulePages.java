package vn.quyche.group.internal.ui;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.schedule.ScheduleState;
import vn.quyche.group.api.schedule.ScheduledIssue;
import vn.quyche.group.api.schedule.ScheduledIssues;

/** The drafts that are to be issued at a moment. Planning stands on the page of the draft. */
final class SchedulePages {

    private final ScheduledIssues scheduled;
    private final GroupNames names;
    private final Messages messages;

    SchedulePages(ScheduledIssues scheduled, Groups groups, Messages messages) {
        this.scheduled = scheduled;
        this.names = new GroupNames(groups);
        this.messages = messages;
    }

    View list(UiRequest request) {
        Caller caller = request.caller();
        Page<ScheduledIssue> page = scheduled.list(caller, state(request), request.pageRequest());
        List<Map<String, String>> states =
                Form.filters(messages, caller.locale(), ScheduleState.class, "group.schedule-state.");
        return View.page(
                "scheduled",
                Map.of(
                        "page",
                        page,
                        "states",
                        states,
                        "groupNames",
                        names.of(
                                caller,
                                page.items().stream()
                                        .map(ScheduledIssue::groupId)
                                        .toList())));
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        Locale locale = caller.locale();
        List<ScheduledIssue> found = Page.every(
                        request.pageRequest(), page -> scheduled.list(caller, state(request), page))
                .toList();
        Map<String, String> groups =
                names.of(caller, found.stream().map(ScheduledIssue::groupId).toList());
        return new View.Table(
                "chi-dao-hen-gio",
                Stream.of("title", "group", "scheduled-for", "urgent-reason", "state", "failure")
                        .map(column -> "group.column." + column)
                        .toList(),
                found.stream()
                        .map(plan -> List.of(
                                plan.title(),
                                groups.getOrDefault(plan.groupId(), ""),
                                VietnamTime.moment(plan.dueAt()),
                                plan.urgentReason(),
                                messages.text(locale, "group.schedule-state." + plan.state()),
                                plan.failureText())));
    }

    View schedule(UiRequest request) {
        Instant at = Form.time(request, "at").orElseThrow(() -> new Invalid("at", "core.required"));
        ScheduledIssue plan = scheduled.schedule(
                request.caller(), request.path("id"), Form.version(request), at, request.form("urgentReason"));
        return View.redirect(
                "/group/directives/" + plan.directiveId(),
                plan.moved() ? "group.scheduled-moved" : "group.scheduled-done",
                VietnamTime.moment(plan.dueAt()));
    }

    View takeBack(UiRequest request) {
        scheduled.takeBack(request.caller(), request.path("id"));
        return View.redirect("/group/directives/" + request.path("id"), "group.schedule-back");
    }

    private static Optional<ScheduleState> state(UiRequest request) {
        return request.query("state").flatMap(name -> Form.constant(ScheduleState.class, name));
    }
}
