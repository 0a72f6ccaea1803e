package vn.quyche.core.compliance.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.compliance.internal.service.CompliancePermissions;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists open duties by due time: one's own, or with the permission {@code duty:read} everybody's. */
@Service
@Command(scope = "duty", name = "list", description = "Danh sách việc phải làm, hạn gần nhất trước")
public final class ListDuties extends QuycheListCommand {

    @Option(name = "--overdue", description = "Chỉ việc quá hạn")
    private boolean overdue;

    @Option(name = "--person", description = "Mã người được giao; không ghi thì việc của chính mình")
    private String person;

    @Option(name = "--domain", description = "Phần đầu của loại việc, ví dụ group.")
    private String domain;

    @Option(name = "--all", description = "Việc của mọi người (cần quyền duty:read)")
    private boolean all;

    @Option(name = "--settled", description = "Cả việc đã xong, được miễn hoặc đã rút")
    private boolean settled;

    @Reference
    private Duties duties;

    @Reference
    private Access access;

    @Override
    protected void run() {
        Optional<String> whose = Optional.ofNullable(person).or(() -> caller().personId());
        if (all) {
            access.require(caller(), CompliancePermissions.DUTY_READ, Scope.school());
        } else if (whose.isEmpty()) {
            say("Tài khoản này không gắn với ai trong trường nên không có việc. Việc của mọi người: duty:list --all.");
        }
        Duties.Query query = new Duties.Query(
                all ? Optional.empty() : whose,
                Optional.ofNullable(domain),
                settled ? Optional.empty() : Optional.of(Duty.State.OPEN),
                overdue,
                Optional.empty(),
                Optional.empty());
        show(
                all || whose.isPresent()
                        ? duties.list(caller(), query, page())
                        : new Page<Duty>(List.of(), Optional.empty()),
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
