package vn.quyche.district.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.district.api.CollectionRun;
import vn.quyche.district.api.ListCollections;
import vn.quyche.district.api.SchoolCollection;

/** Shows the collections, or how the schools fared in one. */
@Service
@Command(scope = "district", name = "collect-status", description = "Các lần lấy danh sách, kết quả từng trường")
public final class CollectStatusCommand extends QuycheListCommand {

    @Argument(name = "run", description = "Mã lần lấy; bỏ trống: các lần lấy")
    private String run;

    @Option(name = "--failed", description = "Chỉ trường không lấy được")
    private boolean failed;

    @Reference
    private ListCollections collections;

    @Override
    protected void run() {
        if (run == null) {
            show(
                    collections.runs(caller(), page()),
                    List.of(
                            Column.of(text("district.column.run"), CollectionRun::id),
                            Column.of(text("core.time"), row -> VietnamTime.moment(row.startedAt())),
                            Column.of(text("core.state"), row -> text("district.run-state." + row.state())),
                            Column.of(text("district.column.total"), CollectionRun::total),
                            Column.of(text("district.column.done"), CollectionRun::done),
                            Column.of(text("district.column.failed"), CollectionRun::failed)));
            return;
        }
        Optional<SchoolCollection.State> state = failed ? Optional.of(SchoolCollection.State.FAILED) : Optional.empty();
        show(
                collections.outcomes(caller(), run, state, page()),
                List.of(
                        Column.of(text("district.column.school-code"), SchoolCollection::schoolCode),
                        Column.of(text("district.column.school"), SchoolCollection::schoolName),
                        Column.of(text("core.state"), row -> text("district.item-state." + row.state())),
                        Column.of(
                                text("district.change.NEW"), row -> row.taken().added()),
                        Column.of(
                                text("district.change.CHANGED"),
                                row -> row.taken().changed()),
                        Column.of(
                                text("district.change.GONE"), row -> row.taken().gone()),
                        Column.of(
                                text("district.column.failure"),
                                row -> row.failure().isEmpty() ? "" : text(row.failure()) + " " + row.detail())));
    }
}
