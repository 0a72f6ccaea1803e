package vn.quyche.group.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.Reminders;

/** Reminds everybody who has not done what a directive asks. */
@Service
@Command(scope = "group", name = "remind", description = "Nhắc mọi người chưa thực hiện một chỉ đạo")
public final class RemindCommand extends QuycheCommand {

    @Argument(name = "directive", description = "id của chỉ đạo", required = true)
    private String directive;

    @Reference
    private Reminders reminders;

    @Override
    protected void run() {
        say(text("group.reminded", reminders.remind(caller(), directive)));
    }
}
