package vn.quyche.core.compliance.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.security.shell.QuycheCommand;

/** Excuses somebody from a duty. */
@Service
@Command(scope = "duty", name = "excuse", description = "Miễn một việc, có lý do")
public final class ExcuseDuty extends QuycheCommand {

    @Argument(index = 0, name = "id", description = "Mã việc", required = true)
    @Completion(OpenDutyCompleter.class)
    private String id;

    @Argument(index = 1, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Reference
    private Duties duties;

    @Override
    protected void run() {
        Duty duty = duties.excuse(caller(), id, reason);
        if (json()) {
            showOne(duty, List.of());
        } else {
            say(text("duty.excused", duty.title()));
        }
    }
}
