package vn.quyche.group.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.group.api.inspection.Inspection;
import vn.quyche.group.api.inspection.Inspections;

/** Signs a report, with a conclusion when one is given: it is frozen and sealed. */
@Service
@Command(scope = "group", name = "inspection-sign", description = "Ký chốt một báo cáo kiểm tra nhóm")
public final class InspectionSignCommand extends QuycheCommand {

    @Argument(name = "inspection", description = "id của báo cáo", required = true)
    private String id;

    @Option(name = "--conclusion", description = "Kết luận; không ghi thì giữ kết luận đã có")
    private String conclusion;

    @Reference
    private Inspections inspections;

    @Override
    protected void run() {
        long version = inspections.get(caller(), id).version();
        if (conclusion != null) {
            version = inspections.conclude(caller(), id, version, conclusion).version();
        }
        showOne(
                inspections.sign(caller(), id, version),
                List.of(
                        Column.of(text("group.column.group"), Inspection::groupName),
                        Column.of(text("group.inspection.signed-at"), Inspection::signedAt),
                        Column.of(text("group.inspection.hash"), Inspection::hash)));
    }
}
