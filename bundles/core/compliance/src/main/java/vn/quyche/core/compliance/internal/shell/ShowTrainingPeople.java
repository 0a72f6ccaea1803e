package vn.quyche.core.compliance.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.compliance.internal.model.Attendee;
import vn.quyche.core.compliance.internal.service.Trainings;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Shows for whom a training is, and who came. */
@Service
@Command(scope = "compliance", name = "training-people", description = "Người dự một buổi tập huấn")
public final class ShowTrainingPeople extends QuycheCommand {

    @Argument(name = "training", description = "id của buổi tập huấn", required = true)
    private String id;

    @Reference
    private Trainings trainings;

    @Override
    protected void run() {
        show(
                trainings.people(caller(), id),
                List.of(
                        Column.of("id", Attendee::personId),
                        Column.of(text("core.person"), Attendee::name),
                        Column.of(text("compliance.training.present"), one -> one.present() ? text("core.yes") : ""),
                        Column.of(text("compliance.training.made-up"), one -> one.madeUp() ? text("core.yes") : "")));
    }
}
