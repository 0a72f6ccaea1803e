package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.custody.Custody;
import vn.quyche.group.api.custody.LegalHold;

/** Lists the legal holds on directives. */
@Service
@Command(scope = "group", name = "holds", description = "Chỉ đạo giữ nguyên hiện trạng")
public final class HoldsCommand extends QuycheListCommand {

    @Option(name = "--lifted", description = "Cả những lần đã thôi giữ")
    private boolean lifted;

    @Reference
    private Custody custody;

    @Override
    protected void run() {
        show(
                custody.holds(caller(), lifted ? Optional.empty() : Optional.of(true), page()),
                List.of(
                        Column.of(text("group.column.number"), LegalHold::number),
                        Column.of(text("group.column.title"), LegalHold::title),
                        Column.of(text("group.column.laid-by"), LegalHold::laidByName),
                        Column.of(text("group.column.laid-at"), LegalHold::laidAt),
                        Column.of(text("group.column.reason"), LegalHold::reason),
                        Column.of(text("group.column.lifted-at"), LegalHold::liftedAt),
                        Column.of("id", LegalHold::directiveId)));
    }
}
