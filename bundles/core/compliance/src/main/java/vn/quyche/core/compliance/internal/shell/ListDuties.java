package vn.quyche.core.compliance.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists open duties by due time. */
@Service
@Command(scope = "duty", name = "list", description = "Danh sách việc phải làm, hạn gần nhất trước")
public final class ListDuties extends QuycheListCommand {

    @Option(name = "--overdue", description = "Chỉ việc quá hạn")
    private boolean overdue;

    @Option(name = "--person", description = "Mã người được giao")
    private String person;

    @Option(name = "--domain", description = "Phần đầu của loại việc, ví dụ group.")
    private String domain;

    @Option(name = "--all", description = "Cả việc đã xong, được miễn hoặc đã rút")
    private boolean all;

    @Reference
    private Duties duties;

    @Override
    protected void run() {
        Duties.Query query = new Duties.Query(
                Optional.ofNullable(person),
                Optional.ofNullable(domain),
                all ? Optional.empty() : Optional.of(Duty.State.OPEN),
                overdue,
                Optional.empty(),
                Optional.empty());
        show(
                duties.list(caller(), query, page()),
                List.of(
                        Column.of("Mã", Duty::id),
                        Column.of(
                                "Hạn",
                                duty -> VietnamTime.at(duty.dueAt())
                                        .toLocalDateTime()
                                        .withNano(0)),
                        Column.of("Trạng thái", duty -> text("duty.state." + duty.state())),
                        Column.of("Người", Duty::personId),
                        Column.of("Việc", Duty::title),
                        Column.of("Điều", Duty::clause)));
    }
}
