package vn.quyche.signing.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.signing.api.SignBatch;
import vn.quyche.signing.api.SignBatches;

/** Lists batches of signatures. */
@Service
@Command(scope = "signing", name = "batches", description = "Đợt ký số")
public final class BatchesCommand extends QuycheListCommand {

    @Reference
    private SignBatches batches;

    @Override
    protected void run() {
        show(
                batches.list(caller(), page()),
                List.of(
                        Column.of("ID", SignBatch::id),
                        Column.of(text("core.time"), batch -> VietnamTime.moment(batch.createdAt())),
                        Column.of(text("signing.by"), SignBatch::personName),
                        Column.of(text("token.serial"), SignBatch::serial),
                        Column.of(text("signing.batch.done"), batch -> batch.done() + "/" + batch.total()),
                        Column.of(text("core.state"), batch -> text("signing.batch.state." + batch.state()))));
    }
}
