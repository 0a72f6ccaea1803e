package vn.quyche.core.document.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.document.internal.service.ContentCheck;
import vn.quyche.core.document.internal.store.JpaAttachmentStore.Stats;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Shows how much is stored. */
@Service
@Command(scope = "document", name = "stats", description = "Số liệu về tệp đã lưu")
public final class StatsCommand extends QuycheCommand {

    @Reference
    private ContentCheck check;

    @Override
    protected void run() {
        showOne(
                check.stats(caller()),
                List.of(
                        Column.of(text("document.stats.attachments"), Stats::attachments),
                        Column.of(text("document.stats.contents"), Stats::contents),
                        Column.of(text("document.stats.bytes"), Stats::bytes)));
    }
}
