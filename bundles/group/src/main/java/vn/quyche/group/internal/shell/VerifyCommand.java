package vn.quyche.group.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.Groups;

/** Recomputes the hash chain of a group's directives. */
@Service
@Command(scope = "group", name = "verify", description = "Kiểm tra chuỗi mã băm của các chỉ đạo trong nhóm")
public final class VerifyCommand extends QuycheCommand {

    @Argument(name = "group", description = "Mã nhóm", required = true)
    @Completion(GroupCompleter.class)
    private String group;

    @Reference
    private Groups groups;

    @Reference
    private Directives directives;

    @Override
    protected void run() {
        String id = GroupArgument.find(groups, caller(), group).id();
        List<String> broken = directives.verify(caller(), id);
        if (broken.isEmpty()) {
            say(text("group.chain-whole"));
        }
        if (!broken.isEmpty() || json()) {
            show(broken, List.of(Column.of(text("group.chain-broken"), number -> number)));
        }
    }
}
