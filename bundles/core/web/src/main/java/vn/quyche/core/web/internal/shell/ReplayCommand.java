package vn.quyche.core.web.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.event.DeadLetters;
import vn.quyche.core.security.shell.QuycheCommand;

/** Tries again to deliver an event. */
@Service
@Command(scope = "platform", name = "replay", description = "Giao lại một sự kiện không giao được")
public final class ReplayCommand extends QuycheCommand {

    @Reference
    private DeadLetters letters;

    @Argument(name = "id", description = "Mã trong platform:dead-letters", required = true)
    @Completion(DeadLetterCompleter.class)
    private String id;

    @Override
    protected void run() {
        letters.replay(caller(), id);
        say("Sẽ giao lại sự kiện " + id);
    }
}
