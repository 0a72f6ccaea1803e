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
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.conduct.CaseKind;
import vn.quyche.group.api.conduct.CaseState;
import vn.quyche.group.api.conduct.Conduct;
import vn.quyche.group.api.conduct.ConductCase;

/** Lists violations, incidents, requests for changes or suggestions. */
@Service
@Command(scope = "group", name = "conduct-list", description = "Vi phạm, sự cố, đề nghị, góp ý trong nhóm")
public final class ConductListCommand extends QuycheListCommand {

    @Option(name = "--kind", description = "Loại: VIOLATION, INCIDENT, CHANGE, SUGGESTION")
    private CaseKind kind = CaseKind.VIOLATION;

    @Option(name = "--state", description = "Chỉ một trạng thái")
    private CaseState state;

    @Option(name = "--group", description = "Mã nhóm")
    @Completion(GroupCompleter.class)
    private String group;

    @Option(name = "--mine", description = "Chỉ những gì tôi gửi")
    private boolean mine;

    @Reference
    private Groups groups;

    @Reference
    private Conduct conduct;

    @Override
    protected void run() {
        Conduct.Query query = new Conduct.Query(
                kind,
                Optional.ofNullable(group)
                        .map(code -> GroupArgument.find(groups, caller(), code).id()),
                Optional.ofNullable(state),
                Optional.empty(),
                Optional.empty(),
                mine);
        show(
                conduct.list(caller(), query, page()),
                List.of(
                        Column.of(text("group.case.opened"), ConductCase::openedAt),
                        Column.of(text("group.case.topic"), ConductCase::topic),
                        Column.of(text("group.case.person"), ConductCase::personName),
                        Column.of(text("core.state"), one -> text("group.case-state." + one.state())),
                        Column.of(text("group.case.due"), ConductCase::dueAt),
                        Column.of("id", ConductCase::id)));
    }
}
