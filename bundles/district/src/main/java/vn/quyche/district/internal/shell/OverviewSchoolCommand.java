package vn.quyche.district.internal.shell;

import java.time.Clock;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.district.api.Overviews;
import vn.quyche.district.api.Schools;
import vn.quyche.district.api.TrendMonth;

/** Lists the months of a school: what its inspections and duties came to. */
@Service
@Command(scope = "district", name = "overview-school", description = "Tình hình của một trường theo tháng")
public final class OverviewSchoolCommand extends QuycheCommand {

    @Argument(name = "code", required = true, description = "Mã trường")
    @Completion(SchoolCompleter.class)
    private String code;

    @Option(name = "--month", description = "Tháng cuối, ví dụ 2026-11; không ghi: tháng này")
    private String month;

    @Option(name = "--months", description = "Số tháng, nhiều nhất 24")
    private int months = 12;

    @Reference
    private Schools schools;

    @Reference
    private Overviews overviews;

    @Reference
    private Clock clock;

    @Override
    protected void run() {
        String schoolId = schools.byCode(caller(), code).id();
        List<TrendMonth> rows = overviews.trend(caller(), schoolId, MonthOption.read(month, clock), months);
        show(
                rows,
                List.of(
                        Column.of(text("district.month"), TrendMonth::month),
                        Column.of(
                                text("district.inspected"), row -> row.figures().inspected()),
                        Column.of(
                                text("district.differences"),
                                row -> row.figures().differences()),
                        Column.of(text("district.overdue"), row -> row.figures().overdue()),
                        Column.of(text("district.found"), row -> row.figures().found()),
                        Column.of(
                                text("district.open-findings"),
                                row -> row.figures().openFindings()),
                        Column.of(text("district.due"), row -> row.figures().due()),
                        Column.of(text("district.done"), row -> row.figures().done()),
                        Column.of(
                                text("district.done-late"), row -> row.figures().doneLate()),
                        Column.of(text("district.missed"), row -> row.figures().missed()),
                        Column.of(text("district.excused"), row -> row.figures().excused())));
    }
}
