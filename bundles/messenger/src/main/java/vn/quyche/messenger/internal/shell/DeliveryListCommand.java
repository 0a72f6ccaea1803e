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
import vn.quyche.messenger.api.Delivery;
import vn.quyche.messenger.api.Traffic;

/** Lists what goes out to platforms. */
@Service
@Command(scope = "messenger", name = "delivery-list", description = "Tin gửi lên Zalo, Viber")
public final class DeliveryListCommand extends QuycheListCommand {

    @Option(name = "--state", description = "WAITING, SENT, DEAD hoặc DISCARDED")
    private Delivery.State state;

    @Option(name = "--connection", description = "Mã kết nối")
    @Completion(ConnectionCompleter.class)
    private String connection;

    @Reference
    private Traffic traffic;

    @Override
    protected void run() {
        Traffic.DeliveryQuery query = new Traffic.DeliveryQuery(
                Optional.ofNullable(connection), Optional.empty(), Optional.ofNullable(state));
        show(
                traffic.deliveries(caller(), query, page()),
                List.of(
                        Column.of("id", Delivery::id),
                        Column.of(text("messenger.created"), Delivery::createdAt),
                        Column.of(text("messenger.purpose"), one -> text("messenger.purpose." + one.purpose())),
                        Column.of(text("core.state"), one -> text("messenger.delivery." + one.state())),
                        Column.of(text("messenger.attempts"), Delivery::attempts),
                        Column.of(
                                text("messenger.last-error"),
                                one -> one.error().isEmpty() ? "" : text(one.error(), one.detail()))));
    }
}
