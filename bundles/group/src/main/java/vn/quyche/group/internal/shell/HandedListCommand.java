package vn.quyche.group.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.members.GroupDelegations;

/** Lists operations that leaders handed to members. */
@Service
@Command(scope = "group", name = "handed-list", description = "Việc đã giao trong nhóm")
public final class HandedListCommand extends QuycheListCommand {

    @Option(name = "--group", description = "Mã nhóm")
    @Completion(GroupCompleter.class)
    private String group;

    @Option(name = "--running", description = "Chỉ việc đang và sắp giao")
    private boolean running;

    @Reference
    private Groups groups;

    @Reference
    private GroupDelegations delegations;

    @Override
    protected void run() {
        GroupDelegations.Query query = new GroupDelegations.Query(
                Optional.ofNullable(group)
                        .map(code -> GroupArgument.find(groups, caller(), code).id()),
                running);
        show(delegations.list(caller(), query, page()), HandedColumns.of(this::text));
    }
}
