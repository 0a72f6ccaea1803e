package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptFilter;
import vn.quyche.group.api.ReceiptStage;

/** Shows the receipts of a directive, those who have done least first. */
@Service
@Command(scope = "group", name = "receipts", description = "Xác nhận của người nhận một chỉ đạo")
public final class ReceiptsCommand extends QuycheListCommand {

    @Argument(name = "directive", description = "id của chỉ đạo", required = true)
    private String directive;

    @Option(name = "--stage", description = "Chỉ một mức độ")
    private ReceiptStage stage;

    @Option(name = "--late", description = "Chỉ người trễ hạn")
    private boolean late;

    @Option(name = "--unit", description = "Chỉ người nhận theo tổ, bộ phận, cơ sở này: id hoặc tên")
    @Completion(UnitCompleter.class)
    private String unit;

    @Reference
    private Structure structure;

    @Reference
    private Directives directives;

    @Override
    protected void run() {
        ReceiptFilter filter = new ReceiptFilter(
                Optional.ofNullable(stage),
                late,
                Optional.ofNullable(unit).map(typed -> UnitArgument.find(structure, caller(), typed)));
        show(
                directives.receipts(caller(), directive, filter, page()),
                List.of(
                        Column.of(text("core.person"), Receipt::name),
                        Column.of(text("group.column.stage"), receipt -> text("group.stage." + receipt.stage())),
                        Column.of(text("group.column.read"), Receipt::readAt),
                        Column.of(text("group.column.acknowledged"), Receipt::acknowledgedAt),
                        Column.of(text("group.column.late"), receipt -> receipt.late() ? text("group.late") : "")));
    }
}
