package vn.quyche.group.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.Recognition;

/** Lists the decisions on a group. */
@Service
@Command(scope = "group", name = "history", description = "Các quyết định về một nhóm, cũ trước")
public final class HistoryCommand extends QuycheListCommand {

    @Argument(name = "group", description = "Mã nhóm", required = true)
    @Completion(GroupCompleter.class)
    private String group;

    @Reference
    private Groups groups;

    @Reference
    private Recognition recognition;

    @Override
    protected void run() {
        String id = GroupArgument.find(groups, caller(), group).id();
        PageRequest page = page().sort().isPresent() ? page() : page().sorted("effective");
        show(recognition.decisions(caller(), Recognition.Query.of(id), page), DecisionColumns.of(this::text));
    }
}
