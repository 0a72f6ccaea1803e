package vn.quyche.testkit;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.SchoolCalendar;

/** A school that works Monday to Saturday, less the holidays that a test adds. */
public final class FakeSchoolCalendar implements SchoolCalendar {

    private final Set<LocalDate> holidays = new HashSet<>();

    /** Closes the school on a day. */
    public FakeSchoolCalendar holiday(LocalDate day) {
        holidays.add(day);
        return this;
    }

    @Override
    public boolean workingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !holidays.contains(day);
    }

    @Override
    public Instant afterWorkingDays(Instant from, int days) {
        LocalDate day = LocalDate.ofInstant(from, VietnamTime.ZONE);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (workingDay(day)) {
                left--;
            }
        }
        return VietnamTime.endOf(day);
    }
}
