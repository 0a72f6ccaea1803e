package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.Groups;

/** Lists directives. */
@Service
@Command(scope = "group", name = "directive-list", description = "Danh sách chỉ đạo")
public final class DirectiveListCommand extends QuycheListCommand {

    @Option(name = "--group", description = "Mã nhóm")
    @Completion(GroupCompleter.class)
    private String group;

    @Option(name = "--inbox", description = "Chỉ những chỉ đạo gửi cho tôi")
    private boolean inbox;

    @Option(name = "--open", description = "Chỉ những chỉ đạo tôi chưa thực hiện")
    private boolean open;

    @Reference
    private Groups groups;

    @Reference
    private Directives directives;

    @Override
    protected void run() {
        Optional<String> groupId = Optional.ofNullable(group)
                .map(code -> GroupArgument.find(groups, caller(), code).id());
        Directives.Query query =
                new Directives.Query(groupId, Optional.empty(), Optional.empty(), inbox || open, open, false, false);
        show(
                directives.list(caller(), query, page()),
                List.of(
                        Column.of(text("group.column.number"), Directive::number),
                        Column.of(text("group.column.title"), Directive::title),
                        Column.of(text("group.column.state"), d -> text("group.directive-state." + d.state())),
                        Column.of(text("group.column.deadline"), Directive::deadline),
                        Column.of("id", Directive::id)));
    }
}
