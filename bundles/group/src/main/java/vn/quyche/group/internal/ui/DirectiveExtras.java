package vn.quyche.group.internal.ui;

import java.util.Map;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.Reminders;
import vn.quyche.group.api.custody.Custody;
import vn.quyche.group.api.schedule.ScheduledIssues;

/** What stands on the page of a directive besides itself: the plan of a draft, reminders, and whether it is kept as evidence. */
final class DirectiveExtras {

    private static final int SHOWN_REMINDERS = 8;

    private final ScheduledIssues scheduled;
    private final Reminders reminders;
    private final Custody custody;

    DirectiveExtras(ScheduledIssues scheduled, Reminders reminders, Custody custody) {
        this.scheduled = scheduled;
        this.reminders = reminders;
        this.custody = custody;
    }

    void add(Caller caller, Directive directive, Map<String, Object> model) {
        if (directive.state() == DirectiveState.DRAFT) {
            model.put("quiet", scheduled.quietHours());
            scheduled.find(caller, directive.id()).ifPresent(plan -> model.put("plan", plan));
            return;
        }
        custody.standing(caller, directive.id()).ifPresent(hold -> model.put("hold", hold));
        model.put("mayKeep", custody.mayKeep(caller, directive.id()));
        try {
            model.put(
                    "reminders",
                    reminders
                            .list(caller, directive.id(), PageRequest.first(SHOWN_REMINDERS))
                            .items());
        } catch (Forbidden notForThem) {
            // who was reminded is for author, leaders and office, as the receipts are
            model.remove("reminders");
        }
    }
}
