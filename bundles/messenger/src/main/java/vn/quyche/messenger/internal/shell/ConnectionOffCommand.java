package vn.quyche.messenger.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.messenger.api.Connections;

/** Switches a connection off. */
@Service
@Command(scope = "messenger", name = "connection-off", description = "Tắt kết nối")
public final class ConnectionOffCommand extends QuycheCommand {

    @Argument(name = "id", description = "Mã", required = true)
    @Completion(ConnectionCompleter.class)
    private String id;

    @Reference
    private Connections service;

    @Override
    protected void run() {
        say(text("messenger.turned-off", service.turn(caller(), id, false).name()));
    }
}
