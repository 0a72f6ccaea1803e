package vn.quyche.group.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.members.PostingRights;

/** Lists from whom the right to post in a group was withdrawn. */
@Service
@Command(scope = "group", name = "suspension-list", description = "Người bị rút quyền đăng trong nhóm")
public final class SuspensionListCommand extends QuycheListCommand {

    @Argument(index = 0, name = "group", description = "Mã nhóm", required = true)
    @Completion(GroupCompleter.class)
    private String group;

    @Option(name = "--running", description = "Chỉ người đang bị rút quyền")
    private boolean running;

    @Reference
    private Groups groups;

    @Reference
    private PostingRights posting;

    @Override
    protected void run() {
        String id = GroupArgument.find(groups, caller(), group).id();
        show(posting.suspensions(caller(), id, running, page()), SuspensionColumns.of(this::text));
    }
}
