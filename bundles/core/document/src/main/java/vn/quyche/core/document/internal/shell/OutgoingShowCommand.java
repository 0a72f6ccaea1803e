package vn.quyche.core.document.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.security.shell.QuycheCommand;

/** Shows an outgoing document. */
@Service
@Command(scope = "document", name = "outgoing-show", description = "Một văn bản đi")
public final class OutgoingShowCommand extends QuycheCommand {

    @Argument(index = 0, name = "document", description = "id của văn bản", required = true)
    @Completion(OutgoingCompleter.class)
    private String id;

    @Reference
    private OutgoingDocuments outgoing;

    @Override
    protected void run() {
        showOne(outgoing.get(caller(), id), OutgoingColumns.of(this::text));
    }
}
