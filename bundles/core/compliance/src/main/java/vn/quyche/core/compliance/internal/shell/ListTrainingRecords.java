package vn.quyche.core.compliance.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.compliance.internal.model.TrainingRecord;
import vn.quyche.core.compliance.internal.model.TrainingRecordQuery;
import vn.quyche.core.compliance.internal.service.TrainingRecords;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists who came to which training: everybody's records, or one's own. */
@Service
@Command(scope = "compliance", name = "training-records", description = "Hồ sơ tập huấn của từng người")
public final class ListTrainingRecords extends QuycheListCommand {

    @Option(name = "--mine", description = "Chỉ của mình")
    private boolean mine;

    @Option(name = "--person", description = "id của người")
    private String person;

    @Option(name = "--regulation", description = "Mã quy chế")
    @Completion(RegulationCompleter.class)
    private String regulation;

    @Option(name = "--year", description = "Năm học, ví dụ 2026-2027")
    private String year;

    @Option(name = "--absent", description = "Chỉ người vắng mặt")
    private boolean absent;

    @Reference
    private TrainingRecords records;

    @Override
    protected void run() {
        TrainingRecordQuery query = new TrainingRecordQuery(
                Optional.ofNullable(person),
                Optional.ofNullable(regulation),
                Optional.ofNullable(year),
                absent ? Optional.of(false) : Optional.empty());
        show(
                mine ? records.mine(caller(), query, page()) : records.list(caller(), query, page()),
                List.of(
                        Column.of(text("core.person"), TrainingRecord::name),
                        Column.of(text("compliance.training.about"), TrainingRecord::about),
                        Column.of(text("compliance.training.title"), TrainingRecord::title),
                        Column.of(text("compliance.training.date"), one -> VietnamTime.moment(one.startsAt())),
                        Column.of(
                                text("compliance.training.present"),
                                one -> text(one.present() ? "core.yes" : "core.no"))));
    }
}
