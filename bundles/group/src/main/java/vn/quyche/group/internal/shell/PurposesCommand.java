package vn.quyche.group.internal.shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.members.MessageKind;
import vn.quyche.group.api.members.MessageKinds;

/** Shows or says what a group is for. */
@Service
@Command(scope = "group", name = "purposes", description = "Nội dung của nhóm; kèm loại thì ghi lại")
public final class PurposesCommand extends QuycheCommand {

    @Argument(index = 0, name = "group", description = "Mã nhóm", required = true)
    @Completion(GroupCompleter.class)
    private String group;

    @Argument(
            index = 1,
            name = "kinds",
            description = "POLICY, LAW, DIRECTION, PROFESSION, MEETING, ACTIVITY",
            multiValued = true)
    private List<MessageKind> chosen;

    @Reference
    private Groups groups;

    @Reference
    private MessageKinds kinds;

    @Override
    protected void run() {
        String id = GroupArgument.find(groups, caller(), group).id();
        Set<MessageKind> said =
                chosen == null ? kinds.allowed(caller(), id) : kinds.allow(caller(), id, EnumSet.copyOf(chosen));
        show(
                said.stream().sorted().toList(),
                List.of(Column.of(text("group.message-kind"), kind -> text("group.message-kind." + kind))));
    }
}
