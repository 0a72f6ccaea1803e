package vn.quyche.core.document.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.security.shell.QuycheCommand;

/** Gives up a numbered document. */
@Service
@Command(scope = "document", name = "outgoing-cancel", description = "Hủy văn bản đã cấp số; số giữ lại trong sổ")
public final class OutgoingCancelCommand extends QuycheCommand {

    @Argument(index = 0, name = "document", description = "id của văn bản", required = true)
    @Completion(OutgoingCompleter.class)
    private String id;

    @Argument(index = 1, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Reference
    private OutgoingDocuments outgoing;

    @Override
    protected void run() {
        showOne(outgoing.cancel(caller(), id, reason), OutgoingColumns.of(this::text));
    }
}
