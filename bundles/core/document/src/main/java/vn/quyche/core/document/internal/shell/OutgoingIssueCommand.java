package vn.quyche.core.document.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.security.shell.QuycheCommand;

/** Records that a signed document was sent out. */
@Service
@Command(scope = "document", name = "outgoing-issue", description = "Phát hành văn bản đã ký")
public final class OutgoingIssueCommand extends QuycheCommand {

    @Argument(index = 0, name = "document", description = "id của văn bản", required = true)
    @Completion(OutgoingCompleter.class)
    private String id;

    @Argument(index = 1, name = "copies", description = "Số lượng bản", required = true)
    private int copies;

    @Reference
    private OutgoingDocuments outgoing;

    @Override
    protected void run() {
        showOne(outgoing.issue(caller(), id, copies, ""), OutgoingColumns.of(this::text));
    }
}
