package vn.quyche.core.compliance.internal.shell;

import java.util.HashSet;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.compliance.internal.service.Trainings;
import vn.quyche.core.compliance.internal.service.Trainings.TrainingView;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Records that a training was held, and who came. */
@Service
@Command(scope = "compliance", name = "training-hold", description = "Điểm danh một buổi tập huấn đã tổ chức")
public final class HoldTraining extends QuycheCommand {

    @Argument(index = 0, name = "training", description = "id của buổi tập huấn", required = true)
    private String id;

    @Argument(index = 1, name = "people", description = "id của những người có mặt", multiValued = true)
    private List<String> people = List.of();

    @Option(name = "--remark", description = "Ghi chú")
    private String remark = "";

    @Reference
    private Trainings trainings;

    @Override
    protected void run() {
        long version = trainings.get(caller(), id).version();
        showOne(
                trainings.hold(caller(), id, version, new HashSet<>(people), remark),
                List.of(
                        Column.of(
                                text("compliance.training.title"),
                                (TrainingView one) -> one.training().title()),
                        Column.of(
                                text("compliance.training.present"),
                                one -> one.training().present() + "/"
                                        + one.training().invited())));
    }
}
