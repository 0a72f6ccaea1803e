package vn.quyche.core.compliance.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.compliance.internal.model.Untrained;
import vn.quyche.core.compliance.internal.service.TrainingRecords;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists who never came to a training on a regulation that is in force. */
@Service
@Command(scope = "compliance", name = "training-untrained", description = "Người chưa được tập huấn về quy chế")
public final class ListUntrained extends QuycheListCommand {

    @Option(name = "--regulation", description = "Mã quy chế")
    @Completion(RegulationCompleter.class)
    private String regulation;

    @Reference
    private TrainingRecords records;

    @Override
    protected void run() {
        show(
                records.untrained(caller(), Optional.ofNullable(regulation), page()),
                List.of(
                        Column.of(text("core.person"), Untrained::name),
                        Column.of(text("compliance.regulation"), Untrained::regulation)));
    }
}
