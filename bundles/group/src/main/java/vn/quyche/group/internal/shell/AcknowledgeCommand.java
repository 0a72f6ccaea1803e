package vn.quyche.group.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.Directives;

/** Confirms to have received directives. */
@Service
@Command(scope = "group", name = "acknowledge", description = "Xác nhận đã nhận các chỉ đạo")
public final class AcknowledgeCommand extends QuycheCommand {

    @Argument(name = "directives", description = "id của các chỉ đạo", required = true, multiValued = true)
    private List<String> ids;

    @Reference
    private Directives directives;

    @Override
    protected void run() {
        say(text("group.acknowledged-many", directives.acknowledgeAll(caller(), ids)));
    }
}
