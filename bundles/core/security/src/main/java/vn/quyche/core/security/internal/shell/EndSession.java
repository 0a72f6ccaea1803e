package vn.quyche.core.security.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Sessions;
import vn.quyche.core.security.shell.QuycheCommand;

/** Ends a session. */
@Service
@Command(scope = "security", name = "session-end", description = "Kết thúc một phiên làm việc")
public final class EndSession extends QuycheCommand {

    @Argument(index = 0, name = "session", description = "Mã phiên", required = true)
    private String session;

    @Reference
    private Sessions sessions;

    @Override
    protected void run() {
        sessions.end(caller(), session);
    }
}
