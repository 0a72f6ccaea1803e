package vn.quyche.messenger.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.messenger.api.Traffic;

/** Has an event worked on again that was given up. */
@Service
@Command(scope = "messenger", name = "event-replay", description = "Xử lý lại sự kiện đã bỏ")
public final class EventReplayCommand extends QuycheCommand {

    @Argument(name = "id", description = "Mã", required = true)
    private String id;

    @Reference
    private Traffic service;

    @Override
    protected void run() {
        service.replayEvent(caller(), id);
        say(text("messenger.event-replayed"));
    }
}
