package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.inspection.Inspection;
import vn.quyche.group.api.inspection.Inspections;

/** Lists the reports on inspections. */
@Service
@Command(scope = "group", name = "inspection-list", description = "Báo cáo kiểm tra nhóm, kỳ mới nhất trước")
public final class InspectionListCommand extends QuycheListCommand {

    @Option(name = "--group", description = "Mã nhóm")
    @Completion(GroupCompleter.class)
    private String group;

    @Option(name = "--state", description = "DRAFT hoặc SIGNED")
    private Inspection.State state;

    @Option(name = "--open", description = "Chỉ báo cáo còn nội dung chưa khắc phục")
    private boolean open;

    @Option(name = "--search", description = "Nội dung cần tìm")
    private String text;

    @Reference
    private Groups groups;

    @Reference
    private Inspections inspections;

    @Override
    protected void run() {
        Inspections.Query query = new Inspections.Query(
                Optional.ofNullable(group)
                        .map(code -> GroupArgument.find(groups, caller(), code).id()),
                Optional.ofNullable(state),
                Optional.ofNullable(text),
                open);
        show(
                inspections.list(caller(), query, page()),
                List.of(
                        Column.of(text("group.column.code"), Inspection::groupCode),
                        Column.of(text("group.column.group"), Inspection::groupName),
                        Column.of(text("core.from"), Inspection::from),
                        Column.of(text("core.to"), Inspection::to),
                        Column.of(text("core.state"), one -> text("group.inspection-state." + one.state())),
                        Column.of(text("group.inspection.inspector"), Inspection::inspectorName),
                        Column.of("id", Inspection::id)));
    }
}
