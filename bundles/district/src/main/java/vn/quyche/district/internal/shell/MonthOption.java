package vn.quyche.district.internal.shell;

import java.time.Clock;
import java.time.YearMonth;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.MonthSpan;
import vn.quyche.core.api.error.Checks;

/** Reads a month from the command line. */
final class MonthOption {

    private MonthOption() {}

    /**
     * @param month null for this month
     * @throws vn.quyche.core.api.error.Invalid {@code core.bad-month} for what is no month
     */
    static YearMonth read(String month, Clock clock) {
        if (month == null) {
            return YearMonth.from(VietnamTime.today(clock));
        }
        Checks checks = new Checks();
        YearMonth read = MonthSpan.month(checks, "--month", month);
        checks.orThrow();
        return read;
    }
}
