package vn.quyche.core.compliance.internal.model;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.compliance.Holidays.Holiday;
import vn.quyche.core.api.compliance.Holidays.Kind;

/** The public holidays of Vietnam: those of a fixed date, and those by the moon as the office may confirm them. */
public final class PublicHolidays {

    private static final Map<MonthDay, String> FIXED = fixed();

    private PublicHolidays() {}

    /** The name of the public holiday with a fixed date that falls on the day. */
    public static Optional<String> fixedOn(LocalDate day) {
        return Optional.ofNullable(FIXED.get(MonthDay.from(day)));
    }

    /** The public holidays of a year with a fixed date. */
    public static List<Holiday> fixed(int year) {
        return FIXED.entrySet().stream()
                .map(one -> new Holiday(one.getKey().atYear(year), one.getValue(), Kind.PUBLIC))
                .toList();
    }

    /**
     * The public holidays of a year by the moon: five days of Tết, from the last day of the old year, and the death
     * anniversary of the Hùng kings. The state announces each year which days it takes.
     */
    public static List<Holiday> byMoon(int year) {
        List<Holiday> days = new ArrayList<>();
        LocalDate newYear = LunarCalendar.newYear(year);
        days.add(new Holiday(newYear.minusDays(1), "Tết Nguyên đán (ngày cuối năm âm lịch)", Kind.OFFERED));
        for (int i = 1; i <= 4; i++) {
            days.add(new Holiday(newYear.plusDays(i - 1L), "Tết Nguyên đán (mùng " + i + ")", Kind.OFFERED));
        }
        days.add(new Holiday(LunarCalendar.dayOf(year, 3, 10), "Giỗ Tổ Hùng Vương (10/3 âm lịch)", Kind.OFFERED));
        return days;
    }

    private static Map<MonthDay, String> fixed() {
        Map<MonthDay, String> days = new LinkedHashMap<>();
        days.put(MonthDay.of(1, 1), "Tết Dương lịch");
        days.put(MonthDay.of(4, 30), "Ngày Chiến thắng");
        days.put(MonthDay.of(5, 1), "Ngày Quốc tế Lao động");
        days.put(MonthDay.of(9, 2), "Quốc khánh");
        return days;
    }
}
