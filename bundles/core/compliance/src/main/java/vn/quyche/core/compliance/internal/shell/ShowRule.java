package vn.quyche.core.compliance.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.compliance.internal.model.RuleDetail;
import vn.quyche.core.compliance.internal.service.RecurringRules;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Shows the times to come of a recurring rule, and what was decided about it. */
@Service
@Command(scope = "duty", name = "rule-show", description = "Các lần sắp tới và các quyết định về một việc định kỳ")
public final class ShowRule extends QuycheCommand {

    @Argument(name = "rule", description = "Mã việc định kỳ", required = true)
    @Completion(RuleCompleter.class)
    private String id;

    @Reference
    private RecurringRules rules;

    @Override
    protected void run() {
        RuleDetail rule = rules.get(caller(), id);
        if (json()) {
            showOne(rule, List.of());
            return;
        }
        show(
                rule.next(),
                List.of(
                        Column.of("Từ", one -> VietnamTime.moment(one.opensAt())),
                        Column.of("Hạn", one -> VietnamTime.moment(one.dueAt())),
                        Column.of("Giao cho", one -> String.join(" ", one.people()))));
        rule.changes()
                .forEach(change -> say(VietnamTime.day(change.validFrom()) + " "
                        + text("duty.rule.change." + change.kind()) + ": " + change.reason()));
        rule.schedules()
                .forEach(value ->
                        say(VietnamTime.day(value.validFrom()) + " " + value.value() + ": " + value.decision()));
    }
}
