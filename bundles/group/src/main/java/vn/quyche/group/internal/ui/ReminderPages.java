package vn.quyche.group.internal.ui;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.Reminders;

/** Who was reminded of a directive, and when. */
final class ReminderPages {

    private final Reminders reminders;
    private final Directives directives;
    private final Messages messages;

    ReminderPages(Reminders reminders, Directives directives, Messages messages) {
        this.reminders = reminders;
        this.directives = directives;
        this.messages = messages;
    }

    View list(UiRequest request) {
        Caller caller = request.caller();
        Directive directive = directives.get(caller, request.path("id"));
        return View.page(
                "reminders",
                Map.of("directive", directive, "page", reminders.list(caller, directive.id(), request.pageRequest())));
    }

    View remind(UiRequest request) {
        int reminded = reminders.remind(request.caller(), request.path("id"));
        return View.redirect("/group/directives/" + request.path("id") + "/receipts", "group.reminded", reminded);
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        Directive directive = directives.get(caller, request.path("id"));
        return new View.Table(
                "nhac-viec-" + directive.number().replace('/', '-'),
                Stream.of("told-at", "reminder", "person", "late-people")
                        .map(column -> "group.column." + column)
                        .toList(),
                Page.every(request.pageRequest(), page -> reminders.list(caller, directive.id(), page))
                        .map(one -> List.of(
                                VietnamTime.moment(one.at()),
                                messages.text(caller.locale(), "group.reminder." + one.kind()),
                                one.name(),
                                String.valueOf(one.people()))));
    }
}
