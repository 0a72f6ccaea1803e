package vn.quyche.district.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.district.api.SchoolStanding;
import vn.quyche.district.api.Schools;

/** Lists the schools and how their groups stand. */
@Service
@Command(scope = "district", name = "school-list", description = "Các trường và tình hình nhóm")
public final class SchoolListCommand extends QuycheListCommand {

    @Option(name = "--find", description = "Một phần tên hoặc mã trường")
    private String find;

    @Option(name = "--failing", description = "Chỉ trường không lấy được danh sách")
    private boolean failing;

    @Option(name = "--all", description = "Cả trường không còn thuộc địa bàn")
    private boolean all;

    @Reference
    private Schools schools;

    @Override
    protected void run() {
        Schools.Part part = all ? Schools.Part.ALL : failing ? Schools.Part.FAILING : Schools.Part.ACTIVE;
        show(
                schools.list(caller(), new Schools.Query(Optional.ofNullable(find), part), page()),
                List.of(
                        Column.of(
                                text("district.column.school-code"),
                                (SchoolStanding row) -> row.school().code()),
                        Column.of(
                                text("district.column.school"),
                                row -> row.school().name()),
                        Column.of(
                                text("district.door"),
                                row -> text("district.door." + row.school().door())),
                        Column.of(
                                text("district.state.PENDING"),
                                row -> row.counts().pending()),
                        Column.of(
                                text("district.state.RECOGNISED"),
                                row -> row.counts().recognised()),
                        Column.of(
                                text("district.column.taken"),
                                row -> row.school()
                                        .takenAt()
                                        .map(VietnamTime::moment)
                                        .orElse("")),
                        Column.of(
                                text("district.column.failure"),
                                row -> row.school().failure().isEmpty()
                                        ? ""
                                        : text(row.school().failure()))));
    }
}
