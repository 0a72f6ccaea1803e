package vn.quyche.group.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.custody.Custody;
import vn.quyche.group.api.custody.LegalHold;

/** Lays a legal hold on a directive, or lifts it. */
@Service
@Command(scope = "group", name = "hold", description = "Giữ nguyên hiện trạng một chỉ đạo, hoặc thôi giữ")
public final class HoldCommand extends QuycheCommand {

    @Argument(index = 0, name = "directive", description = "id của chỉ đạo", required = true)
    private String directive;

    @Argument(index = 1, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Option(name = "--lift", description = "Thôi giữ")
    private boolean lift;

    @Reference
    private Custody custody;

    @Override
    protected void run() {
        LegalHold hold = lift ? custody.lift(caller(), directive, reason) : custody.hold(caller(), directive, reason);
        showOne(
                hold,
                List.of(
                        Column.of(text("group.column.number"), LegalHold::number),
                        Column.of(text("group.column.laid-by"), LegalHold::laidByName),
                        Column.of(text("group.column.lifted-by"), LegalHold::liftedByName)));
    }
}
