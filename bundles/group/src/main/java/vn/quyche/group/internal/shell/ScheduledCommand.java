package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.schedule.ScheduledIssue;
import vn.quyche.group.api.schedule.ScheduledIssues;

/** Lists one's own drafts that are to be issued at a moment. */
@Service
@Command(scope = "group", name = "scheduled", description = "Chỉ đạo tôi hẹn giờ ban hành")
public final class ScheduledCommand extends QuycheListCommand {

    @Reference
    private ScheduledIssues scheduled;

    @Override
    protected void run() {
        show(
                scheduled.list(caller(), Optional.empty(), page()),
                List.of(
                        Column.of(text("group.column.scheduled-for"), ScheduledIssue::dueAt),
                        Column.of(text("group.column.title"), ScheduledIssue::title),
                        Column.of(text("core.state"), plan -> text("group.schedule-state." + plan.state())),
                        Column.of(text("group.column.failure"), ScheduledIssue::failureText),
                        Column.of("id", ScheduledIssue::directiveId)));
    }
}
