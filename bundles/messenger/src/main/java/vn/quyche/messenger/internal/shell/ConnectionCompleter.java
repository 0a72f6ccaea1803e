package vn.quyche.messenger.internal.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.security.shell.QuycheCompleter;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.Connections;

/** Offers the ids of connections. */
@Service
public final class ConnectionCompleter extends QuycheCompleter {

    @Reference
    private Connections connections;

    @Override
    protected Stream<String> candidates(Caller caller) {
        return connections
                .list(caller, Connections.Query.all(), PageRequest.first(PageRequest.MAX_SIZE))
                .items()
                .stream()
                .map(Connection::id);
    }
}
