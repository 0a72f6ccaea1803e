package vn.quyche.core.compliance.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.compliance.internal.model.Training;
import vn.quyche.core.compliance.internal.model.TrainingQuery;
import vn.quyche.core.compliance.internal.service.Trainings;
import vn.quyche.core.compliance.internal.service.Trainings.TrainingView;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists trainings on the regulations. */
@Service
@Command(scope = "compliance", name = "training-list", description = "Danh sách tập huấn, mới nhất trước")
public final class ListTrainings extends QuycheListCommand {

    @Option(name = "--year", description = "Năm học, ví dụ 2026-2027")
    private String year;

    @Option(name = "--regulation", description = "Mã quy chế")
    @Completion(RegulationCompleter.class)
    private String regulation;

    @Option(name = "--state", description = "PLANNED, HELD hoặc CANCELLED")
    private Training.State state;

    @Option(name = "--search", description = "Nội dung cần tìm")
    private String text;

    @Reference
    private Trainings trainings;

    @Override
    protected void run() {
        TrainingQuery query = new TrainingQuery(
                Optional.ofNullable(year),
                Optional.ofNullable(regulation),
                Optional.ofNullable(state),
                Optional.ofNullable(text));
        show(
                trainings.list(caller(), query, page()),
                List.of(
                        Column.of("id", (TrainingView one) -> one.training().id()),
                        Column.of(
                                text("compliance.training.date"),
                                one -> VietnamTime.moment(one.training().startsAt())),
                        Column.of(
                                text("compliance.training.title"),
                                one -> one.training().title()),
                        Column.of(
                                text("compliance.training.about"),
                                one -> one.training().about()),
                        Column.of(text("compliance.training.responsible"), TrainingView::responsible),
                        Column.of(
                                text("core.state"),
                                one -> text("compliance.training.state."
                                        + one.training().state())),
                        Column.of(
                                text("compliance.training.present"),
                                one -> one.training().present() + "/"
                                        + one.training().invited())));
    }
}
