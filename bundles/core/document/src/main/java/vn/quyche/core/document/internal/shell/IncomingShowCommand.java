package vn.quyche.core.document.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.security.shell.QuycheCommand;

/** Shows an incoming document. */
@Service
@Command(scope = "document", name = "incoming-show", description = "Một văn bản đến")
public final class IncomingShowCommand extends QuycheCommand {

    @Argument(index = 0, name = "document", description = "id của văn bản", required = true)
    @Completion(IncomingCompleter.class)
    private String id;

    @Reference
    private IncomingDocuments incoming;

    @Override
    protected void run() {
        showOne(incoming.get(caller(), id), IncomingColumns.of(this::text));
    }
}
