package vn.quyche.core.compliance.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.compliance.internal.model.TrainingPlan;
import vn.quyche.core.compliance.internal.service.TrainingPlans;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Approves the plan of trainings of a school year. */
@Service
@Command(scope = "compliance", name = "training-approve", description = "Duyệt kế hoạch tập huấn của năm học")
public final class ApproveTrainingPlan extends QuycheCommand {

    @Argument(name = "year", description = "Năm học, ví dụ 2026-2027", required = true)
    private String year;

    @Reference
    private TrainingPlans plans;

    @Override
    protected void run() {
        long version = plans.get(caller(), year).version();
        showOne(
                plans.approve(caller(), year, version),
                List.of(
                        Column.of(text("compliance.training.year"), TrainingPlan::schoolYear),
                        Column.of(text("compliance.training.approved-by"), TrainingPlan::approvedBy),
                        Column.of(text("compliance.training.approved-at"), TrainingPlan::approvedAt)));
    }
}
