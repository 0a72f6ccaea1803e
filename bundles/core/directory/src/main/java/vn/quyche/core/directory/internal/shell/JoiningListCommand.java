package vn.quyche.core.directory.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.directory.Joinings;
import vn.quyche.core.api.directory.Leavings;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists joinings. */
@Service
@Command(scope = "directory", name = "joining-list", description = "Danh sách phiếu tiếp nhận")
public final class JoiningListCommand extends QuycheListCommand {

    @Option(name = "--all", description = "Cả phiếu đã đóng hoặc đã hủy")
    private boolean all;

    @Option(name = "--find", description = "Một phần họ tên")
    private String find;

    @Reference
    private Joinings joinings;

    @Override
    protected void run() {
        show(
                joinings.list(
                        caller(),
                        all ? Optional.empty() : Optional.of(Leavings.State.OPEN),
                        Optional.ofNullable(find),
                        page()),
                List.of(
                        Column.of(text("directory.column.id"), Joinings.Joining::id),
                        Column.of(text("directory.column.name"), Joinings.Joining::personName),
                        Column.of(text("core.reason"), joining -> text("directory.arrival." + joining.reason())),
                        Column.of(text("directory.column.first-day"), Joinings.Joining::firstDay),
                        Column.of(text("directory.column.open-items"), Joinings.Joining::openItems),
                        Column.of(
                                text("directory.column.state"),
                                joining -> text("directory.leaving-state." + joining.state()))));
    }
}
