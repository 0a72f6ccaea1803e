package vn.quyche.group.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MemberDifference;

/** Shows where a group differs from its membership rule. */
@Service
@Command(scope = "group", name = "differences", description = "Thành viên lệch so với quy tắc")
public final class DifferencesCommand extends QuycheCommand {

    @Argument(name = "group", description = "Mã nhóm", required = true)
    @Completion(GroupCompleter.class)
    private String group;

    @Reference
    private Groups groups;

    @Override
    protected void run() {
        String id = GroupArgument.find(groups, caller(), group).id();
        show(
                groups.differences(caller(), id),
                List.of(
                        Column.of(text("core.person"), MemberDifference::name),
                        Column.of(text("group.differences"), MemberDifference::kind),
                        Column.of("id", MemberDifference::personId)));
    }
}
