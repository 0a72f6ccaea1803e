package vn.quyche.group.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.members.Declaration;
import vn.quyche.group.api.members.Declarations;

/** Lists declared member lists. */
@Service
@Command(scope = "group", name = "declaration-list", description = "Các lần kê khai thành viên")
public final class DeclarationListCommand extends QuycheListCommand {

    @Option(name = "--group", description = "Mã nhóm")
    @Completion(GroupCompleter.class)
    private String group;

    @Option(name = "--state", description = "DRAFT, CONFIRMED hoặc DISCARDED")
    private Declaration.State state;

    @Reference
    private Groups groups;

    @Reference
    private Declarations declarations;

    @Override
    protected void run() {
        Declarations.Query query = new Declarations.Query(
                Optional.ofNullable(group)
                        .map(code -> GroupArgument.find(groups, caller(), code).id()),
                Optional.ofNullable(state));
        show(declarations.list(caller(), query, page()), DeclarationColumns.of(this::text));
    }
}
