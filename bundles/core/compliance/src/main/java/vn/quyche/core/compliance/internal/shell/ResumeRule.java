package vn.quyche.core.compliance.internal.shell;

import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.compliance.internal.model.RuleChange;
import vn.quyche.core.compliance.internal.service.RecurringRules;
import vn.quyche.core.security.shell.QuycheCommand;

/** Lets a recurring rule go on. */
@Service
@Command(scope = "duty", name = "rule-resume", description = "Tiếp tục một việc định kỳ")
public final class ResumeRule extends QuycheCommand {

    @Argument(index = 0, name = "rule", description = "Mã việc định kỳ", required = true)
    @Completion(RuleCompleter.class)
    private String id;

    @Argument(index = 1, name = "from", description = "Áp dụng từ ngày, ví dụ 2026-10-01", required = true)
    private String from;

    @Argument(index = 2, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Reference
    private RecurringRules rules;

    @Override
    protected void run() {
        LocalDate day = ShowStanding.day("validFrom", from).orElseThrow();
        RuleChange change = rules.resume(caller(), id, day, reason);
        if (json()) {
            showOne(change, List.of());
        } else {
            say(text("duty.rule.resumed", VietnamTime.day(day)));
        }
    }
}
