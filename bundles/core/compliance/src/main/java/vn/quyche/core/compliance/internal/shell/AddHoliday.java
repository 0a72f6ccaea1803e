package vn.quyche.core.compliance.internal.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.compliance.Holidays;
import vn.quyche.core.api.compliance.Holidays.Holiday;
import vn.quyche.core.security.shell.QuycheCommand;

/** Enters a holiday, or a day on which the school works to make up. */
@Service
@Command(scope = "duty", name = "holiday-add", description = "Nhập ngày nghỉ hoặc ngày làm bù")
public final class AddHoliday extends QuycheCommand {

    @Argument(index = 0, name = "day", description = "Ngày, ví dụ 2027-04-29", required = true)
    private String day;

    @Argument(index = 1, name = "name", description = "Tên ngày", required = true)
    private String name;

    @Option(name = "--working", description = "Là ngày làm bù, không phải ngày nghỉ")
    private boolean working;

    @Option(name = "--made-up", description = "Ngày làm bù cho ngày nghỉ này")
    private String madeUpOn;

    @Option(name = "--in-place-of", description = "Ngày chờ xác nhận mà ngày này thay cho, ví dụ TET-1")
    private String inPlaceOf;

    @Reference
    private Holidays holidays;

    @Override
    protected void run() {
        Optional<LocalDate> on = ShowStanding.day("day", day);
        Holiday added = working
                ? holidays.addWorkingDay(caller(), on.orElseThrow(), name)
                : holidays.add(
                        caller(),
                        on.orElseThrow(),
                        name,
                        ShowStanding.day("madeUpOn", madeUpOn),
                        Optional.ofNullable(inPlaceOf));
        if (json()) {
            showOne(added, List.of());
        } else {
            say(text(working ? "duty.working-day-added" : "duty.holiday-added", added.name()));
        }
    }
}
