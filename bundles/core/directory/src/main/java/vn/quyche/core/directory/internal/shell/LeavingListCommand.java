package vn.quyche.core.directory.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.directory.Leavings;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists leavings. */
@Service
@Command(scope = "directory", name = "leaving-list", description = "Danh sách phiếu bàn giao")
public final class LeavingListCommand extends QuycheListCommand {

    @Option(name = "--all", description = "Cả phiếu đã đóng hoặc đã hủy")
    private boolean all;

    @Option(name = "--find", description = "Một phần họ tên")
    private String find;

    @Reference
    private Leavings leavings;

    @Override
    protected void run() {
        show(
                leavings.list(
                        caller(),
                        all ? Optional.empty() : Optional.of(Leavings.State.OPEN),
                        Optional.ofNullable(find),
                        page()),
                List.of(
                        Column.of(text("directory.column.id"), Leavings.Leaving::id),
                        Column.of(text("directory.column.name"), Leavings.Leaving::personName),
                        Column.of(text("core.reason"), leaving -> text("directory.departure." + leaving.reason())),
                        Column.of(text("directory.column.last-day"), Leavings.Leaving::lastDay),
                        Column.of(text("directory.column.open-items"), Leavings.Leaving::openItems),
                        Column.of(
                                text("directory.column.state"),
                                leaving -> text("directory.leaving-state." + leaving.state()))));
    }
}
