package vn.quyche.core.compliance.internal.shell;

import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.ParameterValues.Value;
import vn.quyche.core.compliance.internal.service.RecurringRules;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Gives a recurring rule another schedule. */
@Service
@Command(scope = "duty", name = "rule-schedule", description = "Đổi lịch của một việc định kỳ")
public final class ChangeSchedule extends QuycheCommand {

    @Argument(index = 0, name = "rule", description = "Mã việc định kỳ", required = true)
    @Completion(RuleCompleter.class)
    private String id;

    @Argument(index = 1, name = "schedule", description = "Lịch, ví dụ 'monthly on 25 at 16:00'", required = true)
    private String schedule;

    @Argument(index = 2, name = "from", description = "Áp dụng từ ngày, ví dụ 2026-10-01", required = true)
    private String from;

    @Argument(index = 3, name = "decision", description = "Quyết định")
    private String decision;

    @Option(name = "--preview", description = "Chỉ xem các lần sắp tới, không đổi gì")
    private boolean preview;

    @Reference
    private RecurringRules rules;

    @Override
    protected void run() {
        LocalDate day = ShowStanding.day("validFrom", from).orElseThrow();
        if (preview) {
            show(
                    rules.preview(caller(), id, schedule, day),
                    List.of(
                            Column.of("Từ", one -> VietnamTime.moment(one.opensAt())),
                            Column.of("Hạn", one -> VietnamTime.moment(one.dueAt())),
                            Column.of("Giao cho", one -> String.join(" ", one.people()))));
            return;
        }
        Value value = rules.changeSchedule(caller(), id, schedule, day, decision);
        if (json()) {
            showOne(value, List.of());
        } else {
            say(text("duty.rule.schedule-changed", VietnamTime.day(day)));
        }
    }
}
