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
import vn.quyche.group.api.consultation.Consultation;
import vn.quyche.group.api.consultation.ConsultationState;
import vn.quyche.group.api.consultation.Consultations;

/** Lists consultations. */
@Service
@Command(scope = "group", name = "consultation-list", description = "Các lần lấy ý kiến trong nhóm")
public final class ConsultationListCommand extends QuycheListCommand {

    @Option(name = "--group", description = "Mã nhóm")
    @Completion(GroupCompleter.class)
    private String group;

    @Option(name = "--state", description = "PLANNED, OPEN, CLOSED hoặc CANCELLED")
    private ConsultationState state;

    @Reference
    private Groups groups;

    @Reference
    private Consultations consultations;

    @Override
    protected void run() {
        Optional<String> groupId = Optional.ofNullable(group)
                .map(code -> GroupArgument.find(groups, caller(), code).id());
        show(
                consultations.list(
                        caller(),
                        new Consultations.Query(groupId, Optional.empty(), Optional.ofNullable(state)),
                        page()),
                List.of(
                        Column.of(text("group.column.question"), Consultation::question),
                        Column.of(text("group.column.asked-by"), Consultation::openedByName),
                        Column.of(text("core.state"), one -> text("group.consultation-state." + one.state())),
                        Column.of(text("group.column.ends"), Consultation::endsAt),
                        Column.of("id", Consultation::id)));
    }
}
