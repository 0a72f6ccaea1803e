package vn.quyche.messenger.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.ConnectionKind;
import vn.quyche.messenger.api.Connections;

/** Lists connections and how they fare. */
@Service
@Command(scope = "messenger", name = "connection-list", description = "Kết nối Zalo, Viber")
public final class ConnectionListCommand extends QuycheListCommand {

    @Option(name = "--kind", description = "ZALO_BOT, ZALO_OA hoặc VIBER_CHANNEL")
    private ConnectionKind kind;

    @Option(name = "--find", description = "Một phần tên")
    private String find;

    @Reference
    private Connections connections;

    @Override
    protected void run() {
        Connections.Query query =
                new Connections.Query(Optional.ofNullable(find), Optional.ofNullable(kind), Optional.empty());
        show(
                connections.list(caller(), query, page()),
                List.of(
                        Column.of("id", Connection::id),
                        Column.of(text("core.name"), Connection::name),
                        Column.of(text("messenger.kind"), one -> text("messenger.kind." + one.kind())),
                        Column.of(
                                text("core.state"),
                                one -> text("messenger.standing."
                                        + (one.on() ? one.troubled() ? "TROUBLED" : "WORKING" : "OFF"))),
                        Column.of(text("messenger.ok-at"), one -> one.health().okAt()),
                        Column.of(
                                text("messenger.last-error"),
                                one -> one.health().error().isEmpty()
                                        ? ""
                                        : text(
                                                one.health().error(),
                                                one.health().detail()))));
    }
}
