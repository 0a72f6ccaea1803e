package vn.quyche.core.compliance.internal.model;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.quyche.core.api.compliance.Holidays.Holiday;
import vn.quyche.core.api.compliance.Holidays.Kind;

/**
 * The public holidays of Vietnam (Bộ luật Lao động, Điều 112): those of a fixed date, and those that are to be chosen each
 * year, as they are offered to the office.
 */
public final class PublicHolidays {

    private static final Map<MonthDay, String> FIXED = fixed();
    private static final MonthDay NATIONAL_DAY = MonthDay.of(Month.SEPTEMBER, 2);
    private static final String IN_PLACE = "BU-";

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
     * What the office has to choose for a year: five days of Tết, from the last day of the old year; the death anniversary
     * of the Hùng kings; the day beside the National Day; and the next working day in place of each holiday on a day of the
     * weekly rest.
     *
     * @param rests whether the school rests on a day by its week
     * @param entered what the office entered or confirmed, with what was offered as {@code proposal}; it is not offered
     *     again
     */
    public static List<Holiday> offered(int year, Predicate<LocalDate> rests, List<Holiday> entered) {
        List<Holiday> chosen = Stream.of(tet(year), hungKings(year), besideNationalDay(year, rests))
                .flatMap(List::stream)
                .map(one -> confirmed(one, entered).orElse(one))
                .toList();
        Set<LocalDate> taken = new HashSet<>();
        Stream.of(fixed(year), chosen, entered).flatMap(List::stream).forEach(one -> taken.add(one.day()));
        List<Holiday> offered = new ArrayList<>(chosen);
        Stream.concat(fixed(year).stream(), chosen.stream())
                .filter(one -> rests.test(one.day()))
                .map(one -> inPlace(one, rests, taken))
                .map(one -> confirmed(one, entered).orElse(one))
                .forEach(offered::add);
        offered.removeIf(one -> one.kind() != Kind.OFFERED);
        return offered;
    }

    private static List<Holiday> tet(int year) {
        LocalDate newYear = LunarCalendar.newYear(year);
        return Stream.of(-1, 0, 1, 2, 3)
                .map(offset -> new Holiday(
                        newYear.plusDays(offset),
                        offset < 0
                                ? "Tết Nguyên đán (ngày cuối năm âm lịch)"
                                : "Tết Nguyên đán (mùng " + (offset + 1) + ")",
                        Kind.OFFERED,
                        "TET-" + (offset + 2)))
                .toList();
    }

    private static List<Holiday> hungKings(int year) {
        return List.of(new Holiday(
                LunarCalendar.dayOf(year, 3, 10), "Giỗ Tổ Hùng Vương (10/3 âm lịch)", Kind.OFFERED, "GIO-TO"));
    }

    /** The day before or after, whichever makes the longer rest; the day before when both do. */
    private static List<Holiday> besideNationalDay(int year, Predicate<LocalDate> rests) {
        LocalDate day = NATIONAL_DAY.atYear(year);
        LocalDate before = day.minusDays(1);
        LocalDate after = day.plusDays(1);
        boolean later = rest(day, after, rests) > rest(before, day, rests);
        return List.of(new Holiday(later ? after : before, "Quốc khánh (ngày liền kề)", Kind.OFFERED, "QUOC-KHANH-2"));
    }

    /** How many days without work there are from one free day to another and around them; none when one is free anyway. */
    private static long rest(LocalDate first, LocalDate last, Predicate<LocalDate> rests) {
        LocalDate free = first.getDayOfMonth() == NATIONAL_DAY.getDayOfMonth() ? last : first;
        if (rests.test(free)) {
            return 0;
        }
        return Stream.iterate(first.minusDays(1), rests, day -> day.minusDays(1))
                        .limit(6)
                        .count()
                + Stream.iterate(last.plusDays(1), rests, day -> day.plusDays(1))
                        .limit(6)
                        .count()
                + 2;
    }

    private static Holiday inPlace(Holiday holiday, Predicate<LocalDate> rests, Set<LocalDate> taken) {
        LocalDate day = holiday.day();
        while (rests.test(day) || taken.contains(day)) {
            day = day.plusDays(1);
        }
        taken.add(day);
        String of = holiday.proposal().isEmpty()
                ? "%02d-%02d"
                        .formatted(holiday.day().getMonthValue(), holiday.day().getDayOfMonth())
                : holiday.proposal();
        return new Holiday(day, "Nghỉ bù " + holiday.name(), Kind.OFFERED, IN_PLACE + of);
    }

    private static Optional<Holiday> confirmed(Holiday offered, List<Holiday> entered) {
        return entered.stream()
                .filter(one -> one.proposal().equals(offered.proposal()))
                .findFirst()
                .or(() -> entered.stream()
                        .filter(one -> one.proposal().isEmpty() && one.day().equals(offered.day()))
                        .findFirst()
                        .map(one -> new Holiday(one.day(), one.name(), one.kind(), offered.proposal())));
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
