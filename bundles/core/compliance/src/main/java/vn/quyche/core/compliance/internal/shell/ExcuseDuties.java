package vn.quyche.core.compliance.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.security.shell.QuycheCommand;

/** Excuses many duties for one reason. */
@Service
@Command(scope = "duty", name = "excuse-many", description = "Miễn nhiều việc cùng một lý do")
public final class ExcuseDuties extends QuycheCommand {

    @Argument(index = 0, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Option(name = "--id", description = "Mã việc; ghi được nhiều lần", multiValued = true)
    private List<String> ids = new ArrayList<>();

    @Option(name = "--person", description = "Mọi việc đang chờ của người này")
    private String person;

    @Option(name = "--domain", description = "Phần đầu của loại việc, ví dụ group.")
    private String domain;

    @Option(name = "--overdue", description = "Chỉ việc quá hạn")
    private boolean overdue;

    @Reference
    private Duties duties;

    @Override
    protected void run() {
        Duties.Query query = new Duties.Query(
                Optional.ofNullable(person),
                Optional.ofNullable(domain),
                Optional.of(Duty.State.OPEN),
                overdue,
                Optional.empty(),
                Optional.empty());
        Duties.Excused done =
                ids.isEmpty() ? duties.excuseAll(caller(), query, reason) : duties.excuseAll(caller(), ids, reason);
        if (json()) {
            showOne(done, List.of());
            return;
        }
        say(text("duty.excused-many", done.excused().size()));
        done.refused().forEach(one -> say(one.dutyId() + " " + one.title() + ": " + text(one.code())));
        if (done.more()) {
            say(text("duty.excused-more"));
        }
    }
}
