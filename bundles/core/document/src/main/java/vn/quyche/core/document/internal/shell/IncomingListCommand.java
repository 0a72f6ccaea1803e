package vn.quyche.core.document.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.IncomingState;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists incoming documents, newest first. */
@Service
@Command(scope = "document", name = "incoming-list", description = "Văn bản đến, mới nhất trước")
public final class IncomingListCommand extends QuycheListCommand {

    @Option(name = "--text", description = "Một phần của nơi gửi, số, ký hiệu hoặc trích yếu")
    private String text;

    @Option(name = "--state", description = "REGISTERED, DIRECTED, ASSIGNED, IN_PROGRESS hoặc COMPLETED")
    private IncomingState state;

    @Option(name = "--late", description = "Chỉ văn bản quá hạn")
    private boolean late;

    @Option(name = "--mine", description = "Chỉ văn bản giao cho người gọi lệnh")
    private boolean mine;

    @Reference
    private IncomingDocuments incoming;

    @Override
    protected void run() {
        show(
                incoming.list(
                        caller(),
                        new IncomingDocuments.Query(Optional.ofNullable(text), Optional.ofNullable(state), late, mine),
                        page()),
                IncomingColumns.of(this::text));
    }
}
