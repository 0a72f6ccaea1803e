package vn.quyche.group.internal.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.inspection.Inspections;
import vn.quyche.group.api.inspection.NewInspection;

/** Begins a report on a group and a period. */
@Service
@Command(scope = "group", name = "inspection-begin", description = "Lập báo cáo kiểm tra một nhóm trong một kỳ")
public final class InspectionBeginCommand extends QuycheCommand {

    @Argument(index = 0, name = "group", description = "Mã nhóm", required = true)
    @Completion(GroupCompleter.class)
    private String group;

    @Argument(index = 1, name = "period", description = "Kỳ: 2026-11, 2026-Q4, 2026-2027-1 hoặc 2026-2027")
    private String period = "";

    @Option(name = "--from", description = "Ngày đầu, thay cho kỳ")
    private String from;

    @Option(name = "--to", description = "Ngày cuối, thay cho kỳ")
    private String to;

    @Reference
    private Groups groups;

    @Reference
    private Inspections inspections;

    @Override
    protected void run() {
        String id = inspections.begin(
                caller(),
                new NewInspection(
                        GroupArgument.find(groups, caller(), group).id(), period, day("from", from), day("to", to)),
                "");
        if (json()) {
            showOne(Map.of("id", id), List.of());
        } else {
            say(text("group.inspection.begun") + " " + id);
        }
    }

    private static LocalDate day(String option, String day) {
        return day == null ? null : DayOption.read(option, day);
    }
}
