package vn.quyche.core.document.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.security.shell.QuycheCommand;

/** Approves exactly the bytes with a hash. */
@Service
@Command(scope = "document", name = "outgoing-approve", description = "Duyệt đúng nội dung có mã băm này")
public final class OutgoingApproveCommand extends QuycheCommand {

    @Argument(index = 0, name = "document", description = "id của văn bản", required = true)
    @Completion(OutgoingCompleter.class)
    private String id;

    @Argument(index = 1, name = "sha256", description = "Mã băm SHA-256 của tệp đã xem", required = true)
    private String sha256;

    @Reference
    private OutgoingDocuments outgoing;

    @Override
    protected void run() {
        showOne(outgoing.approve(caller(), id, sha256), OutgoingColumns.of(this::text));
    }
}
