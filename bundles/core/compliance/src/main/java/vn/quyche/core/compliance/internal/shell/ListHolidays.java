package vn.quyche.core.compliance.internal.shell;

import java.time.Clock;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Holidays;
import vn.quyche.core.api.compliance.Holidays.Holiday;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;

/** Lists the holidays of a year, those that are offered and make-up days among them. */
@Service
@Command(scope = "duty", name = "holiday-list", description = "Ngày nghỉ, ngày làm bù và ngày chờ xác nhận của một năm")
public final class ListHolidays extends QuycheCommand {

    @Option(name = "--year", description = "Năm; mặc định năm nay")
    private Integer year;

    @Reference
    private Holidays holidays;

    @Reference
    private Clock clock;

    @Override
    protected void run() {
        show(
                holidays.list(caller(), year == null ? VietnamTime.today(clock).getYear() : year),
                List.of(
                        Column.of("Ngày", Holiday::day),
                        Column.of("Tên", Holiday::name),
                        Column.of("Trạng thái", holiday -> text("duty.holiday-kind." + holiday.kind())),
                        Column.of("Đề xuất", Holiday::proposal)));
    }
}
