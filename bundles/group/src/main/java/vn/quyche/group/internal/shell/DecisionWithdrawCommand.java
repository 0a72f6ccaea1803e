package vn.quyche.group.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.Recognition;

/** Takes a decision back whose day has not come yet. */
@Service
@Command(scope = "group", name = "decision-withdraw", description = "Rút quyết định chưa có hiệu lực")
public final class DecisionWithdrawCommand extends QuycheCommand {

    @Argument(index = 0, name = "group", description = "Mã nhóm", required = true)
    @Completion(GroupCompleter.class)
    private String group;

    @Argument(index = 1, name = "reason", description = "Lý do", required = true)
    private String reason;

    @Reference
    private Groups groups;

    @Reference
    private Recognition recognition;

    @Override
    protected void run() {
        MessagingGroup found = GroupArgument.find(groups, caller(), group);
        recognition.withdraw(caller(), found.id(), found.version(), reason);
        say(text("group.decision-withdrawn", found.name()));
    }
}
