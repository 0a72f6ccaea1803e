package vn.quyche.group.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.members.GroupDelegations;
import vn.quyche.group.api.members.GroupOperation;

/** Hands an operation of a group to a member. */
@Service
@Command(scope = "group", name = "hand", description = "Giao một việc trong nhóm cho thành viên")
public final class HandCommand extends QuycheCommand {

    @Argument(index = 0, name = "group", description = "Mã nhóm", required = true)
    @Completion(GroupCompleter.class)
    private String group;

    @Argument(index = 1, name = "operation", description = "POST, PIN, ADMIT hoặc ADMINISTER", required = true)
    private GroupOperation operation;

    @Argument(index = 2, name = "person", description = "Mã người được giao", required = true)
    private String person;

    @Argument(index = 3, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Option(name = "--from", description = "Ngày đầu, ví dụ 2026-10-05", required = true)
    private String from;

    @Option(name = "--to", description = "Ngày cuối", required = true)
    private String to;

    @Reference
    private Groups groups;

    @Reference
    private GroupDelegations delegations;

    @Override
    protected void run() {
        delegations.hand(
                caller(),
                GroupArgument.find(groups, caller(), group).id(),
                new GroupDelegations.NewHanding(
                        operation, person, DayOption.read("--from", from), DayOption.read("--to", to), reason),
                "");
        say(text("group.handed"));
    }
}
