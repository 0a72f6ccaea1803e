package vn.quyche.group.internal.ui;

import java.util.Map;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Reminders;
import vn.quyche.group.api.schedule.ScheduledIssues;
import vn.quyche.group.internal.service.DirectiveView;

/** What stands on the page of a directive besides itself: the plan of a draft, reminders, and whether it is kept as evidence. */
final class DirectiveExtras {

    private static final int SHOWN_REMINDERS = 8;

    private final ScheduledIssues scheduled;
    private final Reminders reminders;

    DirectiveExtras(ScheduledIssues scheduled, Reminders reminders) {
        this.scheduled = scheduled;
        this.reminders = reminders;
    }

    void add(Caller caller, DirectiveView view, Map<String, Object> model) {
        String id = view.directive().id();
        if (view.issued().isEmpty()) {
            model.put("quiet", scheduled.quietHours());
            scheduled.find(caller, id).ifPresent(plan -> model.put("plan", plan));
            return;
        }
        DirectiveView.Issued issued = view.issued().get();
        issued.hold().ifPresent(hold -> model.put("hold", hold));
        model.put("mayKeep", issued.mayKeep());
        // who was reminded is for author, leaders and office, as the receipts are
        if (issued.receipts().isPresent()) {
            model.put(
                    "reminders",
                    reminders
                            .list(caller, id, PageRequest.first(SHOWN_REMINDERS))
                            .items());
        }
    }
}
