package vn.quyche.group.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.Reminder;
import vn.quyche.group.api.Reminders;

/** Shows who was reminded of a directive, and when. */
@Service
@Command(scope = "group", name = "reminders", description = "Ai đã được nhắc về một chỉ đạo, lúc nào")
public final class RemindersCommand extends QuycheListCommand {

    @Argument(name = "directive", description = "id của chỉ đạo", required = true)
    private String directive;

    @Reference
    private Reminders reminders;

    @Override
    protected void run() {
        show(
                reminders.list(caller(), directive, page()),
                List.of(
                        Column.of(text("group.column.told-at"), Reminder::at),
                        Column.of(text("group.column.reminder"), one -> text("group.reminder." + one.kind())),
                        Column.of(text("core.person"), Reminder::name),
                        Column.of(text("group.column.late-people"), Reminder::people)));
    }
}
