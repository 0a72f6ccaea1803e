package vn.quyche.core.compliance.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.compliance.Holidays;
import vn.quyche.core.api.compliance.Holidays.Confirmed;
import vn.quyche.core.api.compliance.Holidays.Holiday;
import vn.quyche.core.api.compliance.Holidays.Kind;
import vn.quyche.core.security.shell.QuycheCommand;

/** Confirms the holidays that are offered for a year, all of them or those that are named, with their days. */
@Service
@Command(scope = "duty", name = "holiday-confirm", description = "Xác nhận ngày lễ đã tính của một năm")
public final class ConfirmHolidays extends QuycheCommand {

    @Argument(index = 0, name = "year", description = "Năm", required = true)
    private int year;

    @Option(
            name = "--only",
            description = "Chỉ ngày này, có thể dời: TET-1 hoặc TET-1=2027-02-05; ghi được nhiều lần",
            multiValued = true)
    private List<String> only = new ArrayList<>();

    @Reference
    private Holidays holidays;

    @Override
    protected void run() {
        List<Confirmed> wanted = only.isEmpty()
                ? holidays.list(caller(), year).stream()
                        .filter(one -> one.kind() == Kind.OFFERED)
                        .map(one -> new Confirmed(one.proposal(), Optional.empty()))
                        .toList()
                : only.stream().map(ConfirmHolidays::confirmed).toList();
        List<Holiday> entered = holidays.confirm(caller(), year, wanted);
        if (json()) {
            show(entered, List.of());
        } else {
            say(text("duty.holidays-confirmed", entered.size()));
        }
    }

    private static Confirmed confirmed(String text) {
        int sign = text.indexOf('=');
        return sign < 0
                ? new Confirmed(text, Optional.empty())
                : new Confirmed(text.substring(0, sign), ShowStanding.day("only", text.substring(sign + 1)));
    }
}
