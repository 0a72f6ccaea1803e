package vn.quyche.district.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.district.api.CollectedGroup;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.GroupChange;
import vn.quyche.district.api.GroupReviews;
import vn.quyche.district.api.ReviewState;
import vn.quyche.district.api.Schools;

/** Lists the groups that were collected. */
@Service
@Command(scope = "district", name = "group-list", description = "Nhóm đã lấy từ các trường")
public final class GroupListCommand extends QuycheListCommand {

    @Option(name = "--find", description = "Một phần tên nhóm")
    private String find;

    @Option(name = "--school", description = "Mã trường")
    @Completion(SchoolCompleter.class)
    private String school;

    @Option(name = "--state", description = "PENDING, RECOGNISED, REFUSED hoặc CHANGE_ASKED")
    private ReviewState state;

    @Option(name = "--change", description = "NEW, CHANGED, SAME hoặc GONE")
    private GroupChange change;

    @Option(name = "--alike", description = "Chỉ nhóm có tên giống nhóm của trường khác")
    private boolean alike;

    @Reference
    private GroupReviews reviews;

    @Reference
    private Schools schools;

    @Override
    protected void run() {
        Optional<String> schoolId = Optional.ofNullable(school)
                .map(code -> schools.byCode(caller(), code))
                .map(DistrictSchool::id);
        show(
                reviews.list(
                        caller(),
                        new GroupReviews.Query(
                                Optional.ofNullable(find),
                                schoolId,
                                Optional.ofNullable(state),
                                Optional.ofNullable(change),
                                alike),
                        page()),
                List.of(
                        Column.of(text("district.column.id"), CollectedGroup::id),
                        Column.of(text("district.column.school-code"), CollectedGroup::schoolCode),
                        Column.of(
                                text("district.column.name"), row -> row.group().name()),
                        Column.of(
                                text("district.column.platform"),
                                row -> text("district.platform." + row.group().platform())),
                        Column.of(text("core.state"), row -> text("district.state." + row.state())),
                        Column.of(text("district.column.change"), row -> text("district.change." + row.change())),
                        Column.of(text("district.column.alike"), CollectedGroup::alike)));
    }
}
