package vn.quyche.messenger.internal.job;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.Connections;
import vn.quyche.messenger.internal.store.JpaConnectionStore;

/** Warns of connections that a person has to mend. */
@Component(service = HealthCheck.class)
public final class ConnectionCheck implements HealthCheck {

    private static final int MOST = 100;

    private final JpaConnectionStore connections;

    @Activate
    public ConnectionCheck(@Reference JpaConnectionStore connections) {
        this.connections = connections;
    }

    @Override
    public String name() {
        return "messenger.connections";
    }

    @Override
    public Result check() {
        List<Connection> on = connections
                .list(
                        new Connections.Query(Optional.empty(), Optional.empty(), Optional.of(true)),
                        PageRequest.first(MOST))
                .items();
        String troubled =
                on.stream().filter(Connection::troubled).map(Connection::name).collect(Collectors.joining(", "));
        return troubled.isEmpty()
                ? Result.ok(on.size() + " kết nối Zalo, Viber đang dùng")
                : Result.warn("Kết nối cần xem lại: " + troubled + ". Mở trang Kết nối Zalo, Viber");
    }
}
