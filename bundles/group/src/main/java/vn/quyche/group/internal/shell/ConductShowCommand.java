package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.conduct.CaseStep;
import vn.quyche.group.api.conduct.Conduct;
import vn.quyche.group.api.conduct.ConductCase;

/** Shows a case with its steps. */
@Service
@Command(scope = "group", name = "conduct-show", description = "Một báo cáo, đề nghị trong nhóm và các bước xử lý")
public final class ConductShowCommand extends QuycheCommand {

    @Argument(name = "case", description = "id của báo cáo", required = true)
    private String id;

    @Reference
    private Conduct conduct;

    @Override
    protected void run() {
        showOne(
                conduct.get(caller(), id),
                List.of(
                        Column.of(text("group.case.kind"), one -> text("group.case-kind." + one.kind())),
                        Column.of(text("group.case.topic"), ConductCase::topic),
                        Column.of(text("group.case.person"), ConductCase::personName),
                        Column.of(text("group.case.reporter"), ConductCase::reporterName),
                        Column.of(text("group.case.happened"), ConductCase::happenedAt),
                        Column.of(text("group.case.text"), ConductCase::text),
                        Column.of(text("core.state"), one -> text("group.case-state." + one.state())),
                        Column.of(text("group.case.due"), ConductCase::dueAt),
                        Column.of(
                                text("group.case.outcome"),
                                one -> one.outcome().map(outcome -> text("group.outcome." + outcome))),
                        Column.of(text("group.case.posting-until"), ConductCase::postingUntil),
                        Column.of(text("group.case.steps"), this::steps)));
    }

    private String steps(ConductCase one) {
        return one.steps().stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(CaseStep step) {
        return step.at() + " " + text("group.case-step." + step.kind()) + " – " + step.byName() + ": " + step.text();
    }
}
