package vn.quyche.district.internal.shell;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.district.api.Overviews;
import vn.quyche.district.api.SchoolOverview;

/** Lists what inspections and duties of a month come to at the schools. */
@Service
@Command(scope = "district", name = "overview", description = "Tình hình kiểm tra nhóm và việc phải làm của các trường")
public final class OverviewCommand extends QuycheListCommand {

    @Option(name = "--month", description = "Tháng, ví dụ 2026-11; không ghi: tháng này")
    private String month;

    @Option(name = "--find", description = "Một phần tên hoặc mã trường")
    private String find;

    @Option(name = "--attention", description = "Chỉ trường cần chú ý")
    private boolean attention;

    @Option(name = "--stale", description = "Chỉ trường lâu chưa lấy được số liệu")
    private boolean stale;

    @Reference
    private Overviews overviews;

    @Reference
    private Clock clock;

    @Override
    protected void run() {
        Overviews.Query query = new Overviews.Query(
                MonthOption.read(month, clock),
                Optional.ofNullable(find),
                stale ? Overviews.Part.STALE : attention ? Overviews.Part.ATTENTION : Overviews.Part.ALL);
        show(
                overviews.list(caller(), query, page()),
                List.of(
                        Column.of(text("district.column.school-code"), SchoolOverview::schoolCode),
                        Column.of(text("district.column.school"), SchoolOverview::schoolName),
                        Column.of(text("district.groups"), SchoolOverview::groups),
                        Column.of(
                                text("district.inspected"), row -> row.figures().inspected()),
                        Column.of(
                                text("district.differences"),
                                row -> row.figures().differences()),
                        Column.of(text("district.overdue"), row -> row.figures().overdue()),
                        Column.of(text("district.found"), row -> row.figures().found()),
                        Column.of(text("district.due"), row -> row.figures().due()),
                        Column.of(text("district.missed"), row -> row.figures().missed()),
                        Column.of(text("district.excused"), row -> row.figures().excused()),
                        Column.of(
                                text("district.column.figures-taken"),
                                row -> row.takenAt().map(VietnamTime::moment).orElse("")),
                        Column.of(
                                text("district.column.failure"),
                                row -> row.failure().isEmpty() ? "" : text(row.failure()))));
    }
}
