package vn.quyche.core.web.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.web.Health;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Tells how the platform fares. */
@Service
@Command(scope = "platform", name = "health", description = "Tình trạng hệ thống")
public final class HealthCommand extends QuycheCommand {

    @Reference
    private Health health;

    @Override
    protected void run() {
        Health.Report report = health.report(caller());
        show(
                report.checks(),
                List.of(
                        Column.of("Mục", Health.Line::name),
                        Column.of("Trạng thái", Health.Line::status),
                        Column.of("Bắt buộc", line -> line.essential() ? "x" : ""),
                        Column.of("Chi tiết", Health.Line::detail)));
        say(report.ready() ? "Sẵn sàng" : "Chưa sẵn sàng");
    }
}
