package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.Recognition;

/** Lists groups. */
@Service
@Command(scope = "group", name = "list", description = "Danh sách nhóm")
public final class ListCommand extends QuycheListCommand {

    @Option(name = "--all", description = "Cả nhóm đã giải tán")
    private boolean all;

    @Option(name = "--find", description = "Một phần tên hoặc mã nhóm")
    private String find;

    @Option(name = "--day", description = "Nhóm chính thống vào ngày, ví dụ 2026-05-03")
    private String day;

    @Reference
    private Groups groups;

    @Reference
    private Recognition recognition;

    @Override
    protected void run() {
        if (day != null) {
            show(
                    recognition.officialOn(caller(), DayOption.read("--day", day), Optional.ofNullable(find), page()),
                    DecisionColumns.of(this::text));
            return;
        }
        Groups.Query query = new Groups.Query(
                Optional.ofNullable(find),
                Optional.empty(),
                Optional.empty(),
                all ? Optional.empty() : Optional.of(GroupStatus.ACTIVE),
                false);
        show(
                groups.list(caller(), query, page()),
                List.of(
                        Column.of(text("group.column.code"), MessagingGroup::code),
                        Column.of(text("group.column.name"), MessagingGroup::name),
                        Column.of(text("group.column.kind"), group -> text("group.kind." + group.kind())),
                        Column.of(text("group.column.platform"), group -> text("group.platform." + group.platform())),
                        Column.of(
                                text("group.column.decision"),
                                group -> group.establishing().number()),
                        Column.of(text("group.column.status"), group -> text("group.status." + group.status()))));
    }
}
