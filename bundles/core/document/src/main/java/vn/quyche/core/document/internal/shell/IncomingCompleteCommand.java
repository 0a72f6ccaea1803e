package vn.quyche.core.document.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.security.shell.QuycheCommand;

/** Says what became of an incoming document. */
@Service
@Command(scope = "document", name = "incoming-complete", description = "Hoàn thành giải quyết văn bản đến")
public final class IncomingCompleteCommand extends QuycheCommand {

    @Argument(index = 0, name = "document", description = "id của văn bản", required = true)
    @Completion(IncomingCompleter.class)
    private String id;

    @Argument(index = 1, name = "outcome", description = "Kết quả giải quyết", required = true)
    private String outcome;

    @Reference
    private IncomingDocuments incoming;

    @Override
    protected void run() {
        showOne(incoming.complete(caller(), id, outcome), IncomingColumns.of(this::text));
    }
}
