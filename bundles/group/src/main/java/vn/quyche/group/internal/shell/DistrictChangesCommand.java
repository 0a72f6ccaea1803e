package vn.quyche.group.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.group.api.district.DistrictChange;
import vn.quyche.group.api.district.DistrictNews;

/** Lists what the district's lists changed. */
@Service
@Command(scope = "group", name = "district-changes", description = "Thay đổi trong danh sách của cơ quan quản lý")
public final class DistrictChangesCommand extends QuycheListCommand {

    @Option(name = "--own", description = "Chỉ nhóm của trường")
    private boolean own;

    @Option(name = "--find", description = "Một phần tên nhóm hoặc tên trường")
    private String find;

    @Reference
    private DistrictNews news;

    @Override
    protected void run() {
        show(
                news.changes(
                        caller(), new DistrictNews.Query(Optional.ofNullable(find), Optional.empty(), own), page()),
                List.of(
                        Column.of(text("group.column.effective"), DistrictChange::effectiveOn),
                        Column.of(
                                text("group.district-change"),
                                change -> text("group.district-change." + change.kind())),
                        Column.of(text("group.column.name"), DistrictChange::name),
                        Column.of(text("group.district-school"), DistrictChange::schoolName),
                        Column.of(text("group.column.decision"), DistrictChange::number)));
    }
}
