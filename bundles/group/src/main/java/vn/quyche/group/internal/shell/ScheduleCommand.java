package vn.quyche.group.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.schedule.ScheduledIssue;
import vn.quyche.group.api.schedule.ScheduledIssues;

/** Plans the issue of a draft, or takes the plan back. */
@Service
@Command(scope = "group", name = "schedule", description = "Hẹn giờ ban hành một bản nháp, hoặc lấy lại")
public final class ScheduleCommand extends QuycheCommand {

    @Argument(index = 0, name = "directive", description = "id của bản nháp", required = true)
    private String directive;

    @Argument(index = 1, name = "at", description = "Giờ Việt Nam, ví dụ 2026-10-05T17:00")
    private String at;

    @Option(name = "--urgent", description = "Lý do phải ban hành cả trong giờ yên tĩnh")
    private String urgent = "";

    @Option(name = "--take-back", description = "Lấy lại; bản nháp vẫn còn")
    private boolean takeBack;

    @Reference
    private Directives directives;

    @Reference
    private ScheduledIssues scheduled;

    @Override
    protected void run() {
        if (takeBack) {
            scheduled.takeBack(caller(), directive);
            say(text("group.schedule-back"));
            return;
        }
        if (at == null) {
            throw new Invalid("at", "core.required");
        }
        showOne(
                scheduled.schedule(
                        caller(),
                        directive,
                        directives.get(caller(), directive).version(),
                        MomentOption.of("at", at),
                        urgent),
                List.of(
                        Column.of(text("group.column.title"), ScheduledIssue::title),
                        Column.of(text("group.column.scheduled-for"), ScheduledIssue::dueAt)));
    }
}
