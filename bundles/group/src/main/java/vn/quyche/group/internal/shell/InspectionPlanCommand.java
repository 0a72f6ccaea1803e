package vn.quyche.group.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.inspection.Inspections;
import vn.quyche.group.api.inspection.PlannedInspection;

/** Shows when each official group has to be inspected next. */
@Service
@Command(scope = "group", name = "inspection-plan", description = "Hạn kiểm tra tiếp theo của từng nhóm chính thống")
public final class InspectionPlanCommand extends QuycheListCommand {

    @Option(name = "--late", description = "Chỉ nhóm quá hạn kiểm tra")
    private boolean late;

    @Reference
    private Inspections inspections;

    @Override
    protected void run() {
        show(
                inspections.plan(caller(), late, page()),
                List.of(
                        Column.of(text("group.column.code"), PlannedInspection::code),
                        Column.of(text("group.column.group"), PlannedInspection::name),
                        Column.of(text("group.inspection.inspected-to"), PlannedInspection::inspectedTo),
                        Column.of(text("group.inspection.due"), PlannedInspection::dueOn),
                        Column.of(text("group.late"), one -> one.late() ? text("group.late") : "")));
    }
}
