package vn.quyche.messenger.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.messenger.api.HookEvent;
import vn.quyche.messenger.api.Traffic;

/** Lists what platforms told. */
@Service
@Command(scope = "messenger", name = "event-list", description = "Sự kiện nhận từ Zalo, Viber")
public final class EventListCommand extends QuycheListCommand {

    @Option(name = "--state", description = "WAITING, DONE, IGNORED hoặc DEAD")
    private HookEvent.State state;

    @Option(name = "--connection", description = "Mã kết nối")
    @Completion(ConnectionCompleter.class)
    private String connection;

    @Reference
    private Traffic traffic;

    @Override
    protected void run() {
        show(
                traffic.events(
                        caller(),
                        new Traffic.EventQuery(Optional.ofNullable(connection), Optional.ofNullable(state)),
                        page()),
                List.of(
                        Column.of("id", HookEvent::id),
                        Column.of(text("messenger.received"), HookEvent::receivedAt),
                        Column.of(text("messenger.event-name"), HookEvent::name),
                        Column.of(text("core.state"), one -> text("messenger.event." + one.state())),
                        Column.of(text("messenger.attempts"), HookEvent::attempts)));
    }
}
