package vn.quyche.core.web.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.persistence.Jobs;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists the work that recurs in the background. */
@Service
@Command(scope = "platform", name = "jobs", description = "Các việc nền: lần chạy gần nhất, lần tới, lỗi")
public final class JobsCommand extends QuycheListCommand {

    @Reference
    private Jobs jobs;

    @Option(name = "--state", description = "Chỉ những việc WAITING, RUNNING hay FAILING")
    private Jobs.State state;

    @Override
    protected void run() {
        show(
                jobs.list(caller(), Optional.ofNullable(state), page()),
                List.of(
                        Column.of("Việc", Jobs.Line::name),
                        Column.of("Trạng thái", Jobs.Line::state),
                        Column.of("Cách nhau", Jobs.Line::every),
                        Column.of(
                                "Chạy xong",
                                line -> line.ended().map(VietnamTime::moment).orElse("")),
                        Column.of(
                                "Lần tới",
                                line -> line.next().map(VietnamTime::moment).orElse("")),
                        Column.of("Lỗi", Jobs.Line::error)));
    }
}
