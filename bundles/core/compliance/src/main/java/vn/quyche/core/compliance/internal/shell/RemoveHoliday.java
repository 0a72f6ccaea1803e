package vn.quyche.core.compliance.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.compliance.Holidays;
import vn.quyche.core.security.shell.QuycheCommand;

/** Takes back a day that the office entered. */
@Service
@Command(scope = "duty", name = "holiday-remove", description = "Bỏ một ngày nghỉ hoặc ngày làm bù đã nhập")
public final class RemoveHoliday extends QuycheCommand {

    @Argument(index = 0, name = "day", description = "Ngày, ví dụ 2027-04-29", required = true)
    private String day;

    @Reference
    private Holidays holidays;

    @Override
    protected void run() {
        holidays.remove(caller(), ShowStanding.day("day", day).orElseThrow());
        say(text("duty.holiday-removed"));
    }
}
